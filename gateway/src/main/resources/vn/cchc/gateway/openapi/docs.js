const page = document.getElementById('swagger-ui');

// The default validator is a server on the Internet.
SwaggerUIBundle({ url: page.dataset.document, domNode: page, deepLinking: true, validatorUrl: null });
