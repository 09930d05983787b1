package dev.tauriboot.webcrypto;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.SignatureException;
import java.util.EnumSet;

/**
 * Signatures on a curve of FIPS 186, as their two numbers one after the other.
 */
final class Ecdsa extends EcAlgorithm {

	Ecdsa() {
		super("ECDSA", "sig", EnumSet.of(KeyUsage.VERIFY), EnumSet.of(KeyUsage.SIGN));
	}

	private static Signature signature(Parameters parameters) throws GeneralSecurityException {
		return Signature.getInstance("SHA" + parameters.hash().number() + "withECDSAinP1363Format");
	}

	@Override
	byte[] sign(CryptoKey key, Parameters parameters, byte[] data) {
		key.require(CryptoKey.Type.PRIVATE);
		return CryptoFailure.operation("The data could not be signed", () -> {
			Signature signature = signature(parameters);
			signature.initSign(key.material(Material.class).privateKey());
			signature.update(data);
			return signature.sign();
		});
	}

	@Override
	boolean verify(CryptoKey key, Parameters parameters, byte[] sign, byte[] data) {
		key.require(CryptoKey.Type.PUBLIC);
		return CryptoFailure.operation("The signature could not be verified", () -> {
			Signature signature = signature(parameters);
			signature.initVerify(key.material(Material.class).publicKey());
			signature.update(data);
			try {
				return signature.verify(sign);
			}
			catch (SignatureException ex) {
				return false;
			}
		});
	}

	@Override
	void checkJwk(Jwk jwk, EcCurve curve) {
		jwk.checkAlgorithm(curve.jwkAlgorithm());
	}

}
