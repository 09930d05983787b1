<!-- a comment in a classic script
var said = [], octal = 010, i = 0;
while (i < 2) i++
--> another
with ({ inner: 1 }) do said.push(inner); while (false)
if (true) function conditional() { for (var k in { a: 1 }) said.push(k) }
conditional();
var let = 5, async = (x) => x, of = 6, yield = 7, await = 8, get = 9;
while (0) let
for (var x = 0 in {});
for (let in { a: 1 }) said.push(let);
said.push(octal, of, yield, await, async (3), this === globalThis, (function () { return this === globalThis })());
said.push((function () { arguments[0] = 2; return arguments.callee.length })(1), (function (a) { arguments[0] = 2; return a })(1));
foo: function labelled() { return 1 }
said.push(labelled(), typeof /=>/ / 1)
Promise.resolve(said)
