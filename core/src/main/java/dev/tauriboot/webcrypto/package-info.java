/**
 * Web Crypto for pages whose engine lacks it, over the JCE.
 */
@NullMarked
package dev.tauriboot.webcrypto;

import org.jspecify.annotations.NullMarked;
