import type { WordList } from './words.ts';

/** Says what somebody is instead of what was done. */
export const CHARACTER: WordList = {
  words: [
    ...[
      'lazy',
      'laziness',
      'attitude',
      'careless',
      'carelessness',
      'sloppy',
      'unprofessional',
      'incompetent',
    ],
    ...['incompetence', 'team player', 'negativity', 'negative person', 'hostile', 'rude', 'arrogant'],
    ...['stubborn', 'difficult person', 'difficult personality', 'difficult to work with', 'personality'],
    ...['unmotivated', 'demotivated', 'lack of motivation', 'lacks motivation', 'untrustworthy', 'dishonest'],
    ...[
      'immature',
      'childish',
      'moody',
      'too emotional',
      'too sensitive',
      'oversensitive',
      'abrasive',
      'bossy',
    ],
    ...['aggressive', 'passive-aggressive', 'insubordinate', 'irresponsible', 'unreliable employee'],
    ...['unreliable person', 'lack of commitment', 'lacks commitment', 'not committed', 'uncommitted'],
    ...[
      "doesn't care",
      'does not care',
      "don't care",
      'do not care',
      'stupid',
      'slow learner',
      'disorganised',
    ],
    ...['disorganized', 'work ethic', 'apathetic', 'disrespectful', 'selfish', 'nasty', 'uncooperative'],
    ...[
      'common sense',
      'toxic person',
      'toxic attitude',
      'toxic behaviour',
      'toxic behavior',
      'troublemaker',
    ],
  ],
  harmless: [
    ...['aggressive deadline*', 'aggressive target*', 'aggressive schedule*', 'aggressive goal*'],
    ...['hostile environment polic*', 'personality test*', 'attitude survey*'],
  ],
};

/** Asks for, or blames, more than a person can keep or anybody can show. */
export const ABSOLUTES: WordList = {
  words: [
    ...['always', 'never', 'at all times', 'all the time', 'all of the time', 'in all cases', 'every time'],
    ...['every single', 'each and every', 'without exception', 'without exceptions', 'no complaints'],
    ...['perfect', 'perfectly', 'perfection', 'under no circumstances', 'constantly', 'nobody ever'],
    ...['no one ever', 'everybody knows', 'everyone knows'],
  ],
  harmless: [
    'always-on',
    'always on call',
    'never events',
    'never-events',
    'perfect binding',
    'perfect tense',
  ],
};

/** The same, unless a number beside it says how many: "90 percent without error" is a rate. */
export const FAULTLESS: WordList = {
  words: [
    ...[
      'without error',
      'without errors',
      'without any errors',
      'without mistakes',
      'error-free',
      'no errors',
    ],
    ...['no mistakes', 'zero errors', 'zero mistakes', 'zero defects', 'flawless', 'flawlessly'],
  ],
};

/** Rests on what somebody else is said to have said, or on a guess. */
export const HEARSAY: WordList = {
  words: [
    ...['i heard', 'we heard', 'i have heard', "i've heard", 'i hear that', 'i was told', 'we were told'],
    ...['i have been told', 'people say', 'people are saying', 'people feel', 'people think', 'they say'],
    ...['some say', 'somebody said', 'someone said', 'others say', 'others have said', 'others feel'],
    ...['colleagues say', 'coworkers say', 'co-workers say', 'a colleague said', 'a coworker said'],
    ...['a co-worker said', 'word is', 'word has it', 'it is said', 'is said to', 'rumor*', 'rumour*'],
    ...[
      'gossip',
      'hearsay',
      'reportedly',
      'allegedly',
      'supposedly',
      'apparently',
      'presumably',
      'seemingly',
    ],
    ...['seems to', 'it seems', 'i think', 'i believe', 'i feel', 'i suspect', 'i guess', 'we suspect'],
    ...['we believe', 'probably because'],
  ],
};

/** Names what the law protects; none of it says how work was done. */
export const PROTECTED: WordList = {
  words: [
    ...['age', 'aged', 'ageing', 'aging', 'too old', 'too young', 'older worker*', 'younger worker*'],
    ...['near retirement', 'close to retirement', 'race', 'racial', 'skin color', 'skin colour', 'ethnic'],
    ...[
      'ethnicity',
      'nationality',
      'national origin',
      'country of origin',
      'immigrant',
      'immigration status',
    ],
    ...['foreigner', 'foreign accent', 'her accent', 'his accent', 'their accent', 'religion', 'religious'],
    ...['church', 'mosque', 'synagogue', 'muslim', 'christian', 'jewish', 'hindu', 'buddhist', 'atheist'],
    ...['pregnan*', 'maternity', 'paternity', 'parental leave', 'breastfeeding', 'childcare', 'her sex'],
    ...['his sex', 'gender', 'transgender', 'sexual orientation', 'gay', 'lesbian', 'bisexual', 'married'],
    ...['marital status', 'disability', 'disabilities', 'disabled', 'handicapped', 'genetic information'],
    ...['veteran', 'union activit*', 'union member*', 'union membership', 'union organising'],
    ...['union organizing', 'shop steward', 'went on strike', 'whistleblow*'],
  ],
  harmless: [
    ...[
      'average age',
      'age of requests',
      'age of cases',
      'age of files',
      'age of tickets',
      'age of the queue',
    ],
    ...[
      'age of the backlog',
      'age of open *',
      'age of each *',
      'aging report*',
      'ageing report*',
      'aging list*',
    ],
    ...[
      'aged receivable*',
      'aged debt*',
      'aged case*',
      'aged request*',
      'race condition*',
      'office on aging',
    ],
    ...['department of aging', 'disability claim*', 'disability benefit*', 'disability service*'],
    ...['disability insurance', 'disability application*', 'disabled account*', 'disabled feature*'],
    ...['disabled user*', 'veteran affairs', 'veterans affairs', 'veterans claim*', 'gender-neutral'],
    ...['immigration status form*'],
  ],
};

/** Names a person's health; it belongs on another form, in another file. */
export const MEDICAL: WordList = {
  words: [
    ...[
      'sick',
      'sick leave',
      'sickness',
      'ill',
      'illness',
      'diagnosis',
      'diagnosed with',
      'disease',
      'disorder',
    ],
    ...[
      'depression',
      'depressed',
      'anxiety',
      'anxious',
      'adhd',
      'autism',
      'autistic',
      'dyslexia',
      'dyslexic',
    ],
    ...['bipolar', 'ptsd', 'cancer', 'diabetes', 'diabetic', 'epilepsy', 'migraine', 'migraines', 'surgery'],
    ...['chemotherapy', 'therapy', 'therapist', 'medication', 'medications', 'medical condition*'],
    ...[
      'medical leave',
      'medical reason*',
      'medical certificate*',
      'medical history',
      'medical appointment*',
    ],
    ...["doctor's note", "doctor's appointment", 'mental health', 'hospitali*', 'psychiatr*', 'psychologist'],
    ...[
      'psychotherapy',
      'addiction',
      'addicted',
      'alcoholic',
      'alcoholism',
      'rehab',
      'burnout',
      'burned out',
    ],
    ...['burnt out', 'fmla', 'symptom', 'symptoms', 'health problem*', 'health condition*', 'health issue*'],
  ],
  harmless: ['ill-defined', 'ill defined', 'ill-suited', 'sick building*', 'symptom of the backlog'],
};
