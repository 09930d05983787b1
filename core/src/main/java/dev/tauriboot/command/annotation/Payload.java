package dev.tauriboot.command.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds a command's parameter to the whole payload rather than to one key of it: the JSON
 * value for any type, the raw bytes for {@code byte[]}, {@code ByteBuffer},
 * {@code DataBuffer} and {@code Resource}.
 *
 * @since 0.1.0
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Payload {

}
