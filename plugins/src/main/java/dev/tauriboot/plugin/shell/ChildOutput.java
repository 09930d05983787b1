package dev.tauriboot.plugin.shell;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a page gets of a program that ran to its end.
 *
 * @param code its exit code
 * @param signal the signal it was killed by
 * @param stdout the text or the bytes it wrote to its standard output
 * @param stderr the same of its standard error
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ChildOutput(@Nullable Integer code, @Nullable Integer signal, Object stdout, Object stderr) {
}
