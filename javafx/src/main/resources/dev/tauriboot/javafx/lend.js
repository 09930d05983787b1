// The document that nobody sees, and that has the only object of Java. Others are lent functions without a script, so that
// nothing here is run, or looked up, on their behalf. Who got further, by an error, could change nothing and run no text.
(() => {
  const { freeze } = Object;
  const { apply } = Reflect;
  const { bind } = Function.prototype;
  const { lent } = window;
  const { invoke, call } = lent;
  delete window.lent;

  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = 'default-src \'none\'';
  document.head.append(policy);

  // A node, as any object that Java goes on calling.
  const lender = new Comment();
  lender.lend = (id) => freeze({ invoke: apply(bind, invoke, [lent, id]), call: apply(bind, call, [lent, id]) });
  window.lender = freeze(lender);

  for (const type of [Object, Function, Error, TypeError, RangeError, ReferenceError]) {
    freeze(type.prototype);
    freeze(type);
  }
  return lender;
})()
