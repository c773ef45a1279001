/** Stands in for `mocha` in the web bundle: mocha's own build for browsers, which puts its class on the global object. */
import 'mocha/mocha.js';

const browserMocha = Mocha;

export { browserMocha as default };
