/** When a page cannot be made at all: short, plain, and without anything that could fail again. */
export const SORRY_PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sorry, this did not work</title></head>
<body><main>
<h1>Sorry, this did not work</h1>
<p>Something went wrong on our side. Go back and send it again in a minute; what you typed is still in your browser.</p>
<p>If it happens again, reply to the e-mail that brought you here.</p>
</main></body>
</html>
`;
