package dev.tauriboot.webcrypto;

import java.security.InvalidKeyException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.util.EnumSet;

/**
 * Signatures on Curve25519, RFC 8032.
 */
final class Ed25519 extends OkpAlgorithm {

	Ed25519() {
		super("Ed25519", "2b6570", "sig", EnumSet.of(KeyUsage.VERIFY), EnumSet.of(KeyUsage.SIGN));
	}

	@Override
	byte[] sign(CryptoKey key, Parameters parameters, byte[] data) {
		key.require(CryptoKey.Type.PRIVATE);
		return CryptoFailure.operation("The data could not be signed", () -> {
			Signature signature = Signature.getInstance(name());
			signature.initSign(privateKey(key));
			signature.update(data);
			return signature.sign();
		});
	}

	// What is no point on the curve has signed nothing.
	@Override
	boolean verify(CryptoKey key, Parameters parameters, byte[] sign, byte[] data) {
		key.require(CryptoKey.Type.PUBLIC);
		return CryptoFailure.operation("The signature could not be verified", () -> {
			try {
				Signature signature = Signature.getInstance(name());
				signature.initVerify(publicKey(key));
				signature.update(data);
				return signature.verify(sign);
			}
			catch (SignatureException | InvalidKeyException | InvalidKeySpecException ex) {
				return false;
			}
		});
	}

	@Override
	void checkJwk(Jwk jwk) {
		jwk.checkAlgorithm(name(), "EdDSA");
	}

}
