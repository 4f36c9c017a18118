import { beforeEach, describe, expect, test } from 'vitest';
import { PEOPLE } from '../../../support/signed-in-as.ts';
import { capturedLogs } from '../../logs.ts';
import { PlanDoor, textOf } from '../plan/plan-door.ts';

capturedLogs();
let door: PlanDoor;
beforeEach(() => {
  door = new PlanDoor();
});

const repair = async (as = PEOPLE.hr) => textOf((await door.call('GET /admin/repair', { as })).body);

describe('SES-8: while AWS takes no mail, the repair page', () => {
  beforeEach(async () => {
    await door.api.active();
    await door.world.ports.pause.begin('SendingPausedException', '2026-12-01T14:50:00Z');
    door.world.now = '2026-12-01T15:00:01Z';
  });

  test('says since when, how many mails wait, and to HR what people feel and what can be done', async () => {
    const said = await repair();
    expect(said).toContain(
      'E-mail is paused by AWS since Tue, Dec 1, 2026, 9:50 AM: 2 mails wait. Nobody is asked, reminded or told anything by mail until it goes on.',
    );
    expect(said).toContain('Operators are told. The mails go out by themselves when AWS takes them again');
    expect(said).not.toContain('SendingPausedException');
    expect(said).not.toContain('Nothing is late or stuck');
  });

  test('tells operators what SES answers and where the way back is', async () => {
    expect(await repair(PEOPLE.operator)).toContain(
      'SES answers SendingPausedException. The AWS Health Dashboard and the reputation page of SES say why',
    );
  });

  test('says nothing of it any more when mail goes out again', async () => {
    const pause = await door.world.ports.pause.current();
    if (pause) await door.world.ports.pause.end(pause, door.world.now);
    expect(await repair()).not.toContain('paused by AWS');
  });
});
