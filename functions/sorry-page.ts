/** When a page cannot be made at all: short, plain, in every language at once, and without anything that could fail again. */
export const SORRY_PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sorry, this did not work</title></head>
<body><main>
<h1>Sorry, this did not work</h1>
<p>Something went wrong on our side. Go back and send it again in a minute; what you typed is still in your browser.</p>
<p>If it happens again, reply to the e-mail that brought you here.</p>
<div lang="es">
<h2>Lo sentimos, esto no funcionó</h2>
<p>Algo falló de nuestro lado. Vuelva atrás y envíelo otra vez en un minuto; lo que escribió sigue en su navegador.</p>
<p>Si vuelve a suceder, responda al correo electrónico que le trajo aquí.</p>
</div>
</main></body>
</html>
`;
