const place = document.getElementById('swagger-ui');

// The default validator is a server on the Internet.
SwaggerUIBundle({ url: place.dataset.document, domNode: place, deepLinking: true, validatorUrl: null });
