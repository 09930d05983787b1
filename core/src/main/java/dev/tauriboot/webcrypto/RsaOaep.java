package dev.tauriboot.webcrypto;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.util.EnumSet;

import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/**
 * Encryption with RSA, RFC 8017.
 */
final class RsaOaep extends RsaAlgorithm {

	RsaOaep() {
		super("RSA-OAEP", "enc", EnumSet.of(KeyUsage.ENCRYPT, KeyUsage.WRAP_KEY),
				EnumSet.of(KeyUsage.DECRYPT, KeyUsage.UNWRAP_KEY));
	}

	private static Cipher cipher(int mode, CryptoKey key, Key material, Parameters parameters)
			throws GeneralSecurityException {
		Hash hash = key.algorithm().requiredHash();
		Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
		cipher.init(mode, material, new OAEPParameterSpec(hash.toString(), "MGF1", hash.mgf1(),
				new PSource.PSpecified(parameters.bytes("label"))));
		return cipher;
	}

	@Override
	byte[] encrypt(CryptoKey key, Parameters parameters, byte[] data) {
		key.require(CryptoKey.Type.PUBLIC);
		return CryptoFailure.operation("The data could not be encrypted",
				() -> cipher(Cipher.ENCRYPT_MODE, key, key.material(RSAPublicKey.class), parameters).doFinal(data));
	}

	@Override
	byte[] decrypt(CryptoKey key, Parameters parameters, byte[] data) {
		key.require(CryptoKey.Type.PRIVATE);
		return CryptoFailure.operation("The data could not be decrypted",
				() -> cipher(Cipher.DECRYPT_MODE, key, key.material(RSAPrivateCrtKey.class), parameters).doFinal(data));
	}

	@Override
	String jwkAlgorithm(Hash hash) {
		return (hash == Hash.SHA_1) ? name() : name() + "-" + hash.number();
	}

}
