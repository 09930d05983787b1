package dev.tauriboot.webcrypto;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PSSParameterSpec;
import java.util.EnumSet;

/**
 * Signatures with RSA, RFC 8017, in one of its two schemes.
 */
final class RsaSignature extends RsaAlgorithm {

	private final boolean salted;

	private RsaSignature(String name, boolean salted) {
		super(name, "sig", EnumSet.of(KeyUsage.VERIFY), EnumSet.of(KeyUsage.SIGN));
		this.salted = salted;
	}

	static RsaSignature pkcs1() {
		return new RsaSignature("RSASSA-PKCS1-v1_5", false);
	}

	static RsaSignature pss() {
		return new RsaSignature("RSA-PSS", true);
	}

	private Signature signature(CryptoKey key, Parameters parameters) throws GeneralSecurityException {
		Hash hash = key.algorithm().requiredHash();
		if (!this.salted) {
			return Signature.getInstance("SHA" + hash.number() + "withRSA");
		}
		Signature signature = Signature.getInstance("RSASSA-PSS");
		signature.setParameter(new PSSParameterSpec(hash.toString(), "MGF1", hash.mgf1(),
				Parameters.bits(parameters.number("saltLength")), 1));
		return signature;
	}

	@Override
	byte[] sign(CryptoKey key, Parameters parameters, byte[] data) {
		key.require(CryptoKey.Type.PRIVATE);
		return CryptoFailure.operation("The data could not be signed", () -> {
			Signature signature = signature(key, parameters);
			signature.initSign(key.material(RSAPrivateCrtKey.class));
			signature.update(data);
			return signature.sign();
		});
	}

	// A signature that this key cannot have made, as its salt is too long, is no failure.
	@Override
	boolean verify(CryptoKey key, Parameters parameters, byte[] sign, byte[] data) {
		key.require(CryptoKey.Type.PUBLIC);
		return CryptoFailure.operation("The signature could not be verified", () -> {
			try {
				Signature signature = signature(key, parameters);
				signature.initVerify(key.material(RSAPublicKey.class));
				signature.update(data);
				return signature.verify(sign);
			}
			catch (SignatureException | InvalidKeyException | InvalidAlgorithmParameterException ex) {
				return false;
			}
		});
	}

	@Override
	String jwkAlgorithm(Hash hash) {
		return (this.salted ? "PS" : "RS") + hash.number();
	}

}
