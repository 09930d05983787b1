package dev.tauriboot.webcrypto;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import dev.tauriboot.ipc.ByteText;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.Assert;

/**
 * The keys of one document and what it does with them. Operations run one after the
 * other, so that their answers come in the order of the calls; only those that may take
 * long, which make or derive keys, run beside them.
 *
 * @since 0.1.0
 */
public final class CryptoSession implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(CryptoSession.class);

	// A short operation takes no less while it waits.
	private static final int MIN_SIZE = 256;

	private static final Set<String> LONG = Set.of("generateKey", "deriveBits", "deriveKey");

	private final JsonMapper mapper;

	private final Executor executor;

	private final Executor inOrder;

	private final long maxWaiting;

	private final int maxKeys;

	private final AtomicLong waiting = new AtomicLong();

	private final Map<Integer, CryptoKey> keys = new ConcurrentHashMap<>();

	private final AtomicInteger lastKey = new AtomicInteger();

	private volatile boolean closed;

	CryptoSession(JsonMapper mapper, Executor executor, long maxWaiting, int maxKeys) {
		this.mapper = mapper;
		this.executor = executor;
		this.inOrder = new SerialExecutor(executor);
		this.maxWaiting = maxWaiting;
		this.maxKeys = maxKeys;
	}

	/**
	 * Do an operation. Returns at once.
	 * @param operation the name of the method that the page has called
	 * @param parameters its arguments as JSON, bytes among them as Base64
	 * @param data the bytes that it is about, as a {@link ByteText}
	 * @param answer takes the answer, on another thread, or on this one if too much waits
	 * to be done before; is not called once the session is closed
	 */
	public void call(String operation, String parameters, @Nullable String data, Consumer<CryptoAnswer> answer) {
		Assert.notNull(operation, "'operation' must not be null");
		Assert.notNull(parameters, "'parameters' must not be null");
		Assert.notNull(answer, "'answer' must not be null");
		long size = Math.max((long) parameters.length() + ((data != null) ? data.length() : 0), MIN_SIZE);
		long before = this.waiting.getAndUpdate((all) -> hasRoom(all, size) ? all + size : all);
		if (!hasRoom(before, size)) {
			answer.accept(failure("OperationError", "Too much waits to be done: the limit is " + this.maxWaiting));
			return;
		}
		Executor executor = LONG.contains(operation) ? this.executor : this.inOrder;
		try {
			executor.execute(() -> {
				CryptoAnswer result = this.closed ? null : run(operation, parameters, data);
				this.waiting.addAndGet(-size);
				if (result != null && !this.closed) {
					answer.accept(result);
				}
			});
		}
		catch (RejectedExecutionException ex) {
			logger.debug("The application has ended before an operation of a page");
		}
	}

	private boolean hasRoom(long waiting, long size) {
		return waiting == 0 || size <= this.maxWaiting - waiting;
	}

	private CryptoAnswer run(String operation, String parameters, @Nullable String data) {
		try {
			Call call = new Call(this.mapper.readTree(parameters), (data != null) ? ByteText.read(data) : new byte[0]);
			Object result = call.run(operation);
			return (result instanceof byte[] bytes)
					? new CryptoAnswer(CryptoAnswer.Kind.BYTES, Base64.getEncoder().encodeToString(bytes))
					: new CryptoAnswer(CryptoAnswer.Kind.VALUE, this.mapper.writeValueAsString(result));
		}
		catch (CryptoFailure ex) {
			return failure(ex.name(), String.valueOf(ex.getMessage()));
		}
		catch (RuntimeException | OutOfMemoryError ex) {
			logger.warn("The operation " + operation + " of a page failed", ex);
			return failure("OperationError", "The operation failed");
		}
	}

	private CryptoAnswer failure(String name, String message) {
		return new CryptoAnswer(CryptoAnswer.Kind.FAILURE, this.mapper.writeValueAsString(List.of(name, message)));
	}

	/**
	 * Forget keys that the document has no more.
	 * @param ids their ids
	 */
	public void forget(Iterable<Integer> ids) {
		ids.forEach(this.keys::remove);
	}

	/**
	 * How many keys the document has.
	 * @return the number
	 */
	public int size() {
		return this.keys.size();
	}

	/**
	 * Forget all keys, and what is still to be done.
	 */
	@Override
	public void close() {
		this.closed = true;
		this.keys.clear();
	}

	/**
	 * One operation.
	 */
	private final class Call {

		private final JsonNode arguments;

		private final byte[] data;

		Call(JsonNode arguments, byte[] data) {
			this.arguments = arguments;
			this.data = data;
		}

		Object run(String operation) {
			return switch (operation) {
				case "digest" -> Hash.of(parameters("algorithm").name()).digest(this.data);
				case "encrypt" -> {
					CryptoKey key = key(KeyUsage.ENCRYPT);
					yield algorithm().encrypt(key, parameters("algorithm"), this.data);
				}
				case "decrypt" -> {
					CryptoKey key = key(KeyUsage.DECRYPT);
					yield algorithm().decrypt(key, parameters("algorithm"), this.data);
				}
				case "sign" -> {
					CryptoKey key = key(KeyUsage.SIGN);
					yield algorithm().sign(key, parameters("algorithm"), this.data);
				}
				case "verify" -> {
					CryptoKey key = key(KeyUsage.VERIFY);
					yield algorithm().verify(key, parameters("algorithm"),
							this.arguments.path("signature").binaryValue(), this.data);
				}
				case "generateKey" -> generate();
				case "importKey" -> give(importKey(format(), this.data, this.arguments.path("jwk"), "algorithm"));
				case "exportKey" -> export(key("key"));
				case "deriveBits" -> derive(key(KeyUsage.DERIVE_BITS), length());
				case "deriveKey" -> deriveKey();
				case "wrapKey" -> wrap();
				case "unwrapKey" -> unwrap();
				default -> throw CryptoFailure.unsupported("There is no operation " + operation);
			};
		}

		private Algorithm algorithm() {
			return Algorithms.of(parameters("algorithm").name());
		}

		private Parameters parameters(String member) {
			JsonNode node = this.arguments.path(member);
			return new Parameters(node, node.path("public").isNumber() ? stored(node.path("public")) : null,
					() -> CryptoSession.this.closed);
		}

		private KeyFormat format() {
			return KeyFormat.of(this.arguments.path("format").asString());
		}

		private @Nullable Integer length() {
			JsonNode length = this.arguments.path("length");
			return length.isNumber() ? Parameters.bits(length.asLong()) : null;
		}

		private CryptoKey stored(JsonNode id) {
			CryptoKey key = CryptoSession.this.keys.get(id.asInt());
			if (key == null) {
				throw CryptoFailure.access("The key is of another document");
			}
			return key;
		}

		private CryptoKey key(String member) {
			return stored(this.arguments.path(member));
		}

		// The key that the operation is done with.
		private CryptoKey key(KeyUsage usage) {
			CryptoKey key = key("key");
			if (!key.algorithm().name().equals(parameters("algorithm").name())) {
				throw CryptoFailure.access("The key is for " + key.algorithm().name());
			}
			key.require(usage);
			return key;
		}

		private KeyRequest request(String algorithm) {
			List<String> usages = new ArrayList<>();
			this.arguments.path("usages").forEach((usage) -> usages.add(usage.asString()));
			return new KeyRequest(parameters(algorithm), this.arguments.path("extractable").asBoolean(),
					KeyUsage.of(usages));
		}

		private Object generate() {
			List<CryptoKey> keys = algorithm().generateKey(request("algorithm"));
			if (keys.size() == 1) {
				requireUsages(keys.get(0));
				return give(keys.get(0));
			}
			Map<String, Object> pair = new LinkedHashMap<>();
			pair.put("publicKey", give(keys.get(0)));
			pair.put("privateKey", give(keys.get(1)));
			return pair;
		}

		private void requireUsages(CryptoKey key) {
			if (key.type() != CryptoKey.Type.PUBLIC && key.usages().isEmpty()) {
				throw CryptoFailure.syntax("The key must have a usage");
			}
		}

		private Map<String, Object> give(CryptoKey key) {
			if (CryptoSession.this.keys.size() >= CryptoSession.this.maxKeys) {
				throw CryptoFailure.operation("Too many keys: the limit is " + CryptoSession.this.maxKeys);
			}
			int id = CryptoSession.this.lastKey.incrementAndGet();
			CryptoSession.this.keys.put(id, key);
			if (CryptoSession.this.closed) {
				CryptoSession.this.keys.clear();
			}
			return key.describe(id);
		}

		private CryptoKey importKey(KeyFormat format, byte[] data, JsonNode jwk, String algorithm) {
			KeyRequest request = request(algorithm);
			Algorithm target = Algorithms.of(request.parameters().name());
			CryptoKey key = (format == KeyFormat.JWK) ? target.importJwk(new Jwk(jwk), request)
					: target.importKey(format, data, request);
			requireUsages(key);
			return key;
		}

		private Object export(CryptoKey key) {
			Algorithm algorithm = Algorithms.of(key.algorithm().name());
			if (!algorithm.isExportable()) {
				throw algorithm.unsupported("exportKey");
			}
			if (!key.extractable()) {
				throw CryptoFailure.access("The key is not extractable");
			}
			if (format() != KeyFormat.JWK) {
				return algorithm.exportKey(format(), key);
			}
			Jwk.Writer jwk = new Jwk.Writer();
			algorithm.exportJwk(key, jwk);
			return jwk.finish(key);
		}

		private byte[] derive(CryptoKey key, @Nullable Integer length) {
			return algorithm().deriveBits(key, parameters("algorithm"), length);
		}

		private Object deriveKey() {
			CryptoKey key = key(KeyUsage.DERIVE_KEY);
			Integer length = Algorithms.of(parameters("target").name()).keyLength(parameters("target"));
			byte[] bits = derive(key, length);
			return give(importKey(KeyFormat.RAW, bits, this.arguments.path("jwk"), "derived"));
		}

		private byte[] wrap() {
			CryptoKey wrapping = key(KeyUsage.WRAP_KEY);
			Object exported = export(key("wrapped"));
			byte[] bytes = (exported instanceof byte[] plain) ? plain
					: CryptoSession.this.mapper.writeValueAsBytes(exported);
			return algorithm().wrap(wrapping, parameters("algorithm"), bytes);
		}

		private Object unwrap() {
			CryptoKey unwrapping = key(KeyUsage.UNWRAP_KEY);
			byte[] bytes = algorithm().unwrap(unwrapping, parameters("algorithm"), this.data);
			JsonNode jwk = this.arguments.path("jwk");
			if (format() == KeyFormat.JWK) {
				jwk = readJwk(bytes);
			}
			return give(importKey(format(), bytes, jwk, "derived"));
		}

		private JsonNode readJwk(byte[] bytes) {
			try {
				JsonNode jwk = CryptoSession.this.mapper.readTree(bytes);
				if (jwk.isObject()) {
					return jwk;
				}
			}
			catch (JacksonException ex) {
				logger.debug("A page has unwrapped what is no JWK");
			}
			throw CryptoFailure.data("The key is no JWK");
		}

	}

}
