package dev.tauriboot.isolation;

import java.security.GeneralSecurityException;
import java.security.Provider;

import javax.crypto.Cipher;

import org.apache.commons.logging.LogFactory;
import org.conscrypt.Conscrypt;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * Where AES-GCM comes from: from Conscrypt if that is on the class path and has a library
 * for this platform, else from the JDK. The JDK's is only fast once the second compiler
 * has worked on it, and never where the JVM stops at the first.
 */
final class GcmCiphers {

	static final GcmCiphers JDK = new GcmCiphers(null);

	static final GcmCiphers FASTEST = fastest();

	private final @Nullable Provider provider;

	// A cipher is costly to make, and for one thread at a time.
	private final ThreadLocal<Cipher> ciphers = ThreadLocal.withInitial(this::create);

	private GcmCiphers(@Nullable Provider provider) {
		this.provider = provider;
	}

	private static GcmCiphers fastest() {
		if (ClassUtils.isPresent("org.conscrypt.Conscrypt", GcmCiphers.class.getClassLoader())) {
			try {
				return ConscryptFactory.create();
			}
			catch (Exception | LinkageError ex) {
				LogFactory.getLog(GcmCiphers.class)
					.info("Conscrypt has no library that loads here, so isolation encrypts by the JDK: " + ex);
			}
		}
		return JDK;
	}

	Cipher get() {
		return this.ciphers.get();
	}

	boolean mustBeCompiled() {
		return this.provider == null;
	}

	private Cipher create() {
		try {
			String transformation = "AES/GCM/NoPadding";
			return (this.provider != null) ? Cipher.getInstance(transformation, this.provider)
					: Cipher.getInstance(transformation);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Loaded only where Conscrypt is.
	 */
	private static final class ConscryptFactory {

		static GcmCiphers create() {
			Conscrypt.checkAvailability();
			return new GcmCiphers(Conscrypt.newProvider());
		}

	}

}
