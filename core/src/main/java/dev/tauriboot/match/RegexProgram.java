package dev.tauriboot.match;

import java.util.ArrayList;
import java.util.List;

import dev.tauriboot.match.RegexNode.Choice;
import dev.tauriboot.match.RegexNode.One;
import dev.tauriboot.match.RegexNode.Place;
import dev.tauriboot.match.RegexNode.PlaceTest;
import dev.tauriboot.match.RegexNode.Repeat;
import dev.tauriboot.match.RegexNode.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression as steps of an automaton. Each code point of the text visits each
 * step at most once.
 */
final class RegexProgram {

	private static final int LIMIT = 10_000;

	private final Step[] steps;

	private final int straight;

	private final boolean anyEnd;

	private RegexProgram(Step[] steps) {
		this.steps = steps;
		int straight = 0;
		while (steps[straight].set != null) {
			straight++;
		}
		this.straight = straight;
		this.anyEnd = isAnyEnd(steps, straight);
	}

	// Whether what follows is ".*" and nothing more.
	private static boolean isAnyEnd(Step[] steps, int start) {
		if (steps.length != start + 4) {
			return false;
		}
		CharSet set = steps[start + 1].set;
		return steps[start].first == start + 1 && steps[start].second == start + 3 && set != null && set.isEverything()
				&& steps[start + 2].first == start;
	}

	static RegexProgram of(RegexNode node) {
		Assembler assembler = new Assembler();
		assembler.add(node);
		assembler.emit(new Step());
		return new RegexProgram(assembler.steps.toArray(Step[]::new));
	}

	/**
	 * Whether all of a text matches.
	 */
	boolean matches(String text) {
		int before = -1;
		int position = 0;
		// As long as there is one way only, nothing need be noted.
		for (int i = 0; i < this.straight; i++) {
			before = at(text, position);
			CharSet set = this.steps[i].set;
			if (before < 0 || set == null || !set.contains(before)) {
				return false;
			}
			position += Character.charCount(before);
		}
		return this.anyEnd || run(text, position, before, true);
	}

	/**
	 * Whether some part of a text matches.
	 */
	boolean find(String text) {
		return run(text, 0, -1, false);
	}

	private boolean run(String text, int start, int last, boolean whole) {
		Run run = new Run(this.steps, whole);
		int before = last;
		int position = start;
		while (true) {
			int after = at(text, position);
			if (!whole) {
				run.enter(0, before, after);
			}
			else if (position == start) {
				run.enter(this.straight, before, after);
			}
			if (run.matched) {
				return true;
			}
			if (after < 0 || (whole && run.count == 0)) {
				return false;
			}
			before = after;
			position += Character.charCount(after);
			run.advance(before, at(text, position));
		}
	}

	private static int at(String text, int position) {
		return (position < text.length()) ? text.codePointAt(position) : -1;
	}

	/**
	 * One step: consumes a code point, or passes a place, or goes on at one or two other
	 * steps, or else is the end.
	 */
	private static final class Step {

		private @Nullable CharSet set;

		private @Nullable PlaceTest place;

		private int first = -1;

		private int second = -1;

	}

	private static final class Assembler {

		private final List<Step> steps = new ArrayList<>();

		private int work;

		private Step emit(Step step) {
			this.steps.add(step);
			count();
			return step;
		}

		private void count() {
			if (++this.work > LIMIT) {
				throw new IllegalArgumentException("the expression is too large");
			}
		}

		private int next() {
			return this.steps.size();
		}

		private void add(RegexNode node) {
			if (node instanceof One one) {
				emit(new Step()).set = CharSet.of(one.members());
				this.steps.get(next() - 1).first = next();
			}
			else if (node instanceof Place place) {
				emit(new Step()).place = place.condition();
				this.steps.get(next() - 1).first = next();
			}
			else if (node instanceof Sequence sequence) {
				sequence.parts().forEach(this::add);
			}
			else if (node instanceof Choice choice) {
				add(choice);
			}
			else if (node instanceof Repeat repeat) {
				add(repeat);
			}
		}

		private void add(Choice choice) {
			List<Step> ends = new ArrayList<>();
			int last = choice.branches().size() - 1;
			for (int i = 0; i < last; i++) {
				Step split = emit(new Step());
				split.first = next();
				add(choice.branches().get(i));
				ends.add(emit(new Step()));
				split.second = next();
			}
			add(choice.branches().get(last));
			ends.forEach((end) -> end.first = next());
		}

		private void add(Repeat repeat) {
			for (int i = 0; i < repeat.least(); i++) {
				count();
				add(repeat.part());
			}
			if (repeat.most() < 0) {
				int start = next();
				Step split = emit(new Step());
				split.first = next();
				add(repeat.part());
				emit(new Step()).first = start;
				split.second = next();
				return;
			}
			List<Step> splits = new ArrayList<>();
			for (int i = repeat.least(); i < repeat.most(); i++) {
				Step split = emit(new Step());
				split.first = next();
				splits.add(split);
				add(repeat.part());
			}
			splits.forEach((split) -> split.second = next());
		}

	}

	/**
	 * The steps that one text has reached.
	 */
	private static final class Run {

		private final Step[] steps;

		private final boolean whole;

		private final int[] seen;

		private final int[] stack;

		private int[] current;

		private int[] previous;

		private int count;

		private int generation = 1;

		private boolean matched;

		Run(Step[] steps, boolean whole) {
			this.steps = steps;
			this.whole = whole;
			this.seen = new int[steps.length];
			this.stack = new int[2 * steps.length + 1];
			this.current = new int[steps.length];
			this.previous = new int[steps.length];
		}

		private void advance(int c, int after) {
			int[] reached = this.current;
			int size = this.count;
			this.current = this.previous;
			this.previous = reached;
			this.count = 0;
			this.generation++;
			for (int i = 0; i < size; i++) {
				Step step = this.steps[reached[i]];
				if (step.set != null && step.set.contains(c)) {
					enter(step.first, c, after);
				}
			}
		}

		private void enter(int start, int before, int after) {
			int depth = 0;
			this.stack[depth++] = start;
			while (depth > 0) {
				int index = this.stack[--depth];
				if (this.seen[index] == this.generation) {
					continue;
				}
				this.seen[index] = this.generation;
				Step step = this.steps[index];
				if (step.set != null) {
					this.current[this.count++] = index;
				}
				else if (step.first < 0) {
					this.matched |= !this.whole || after < 0;
				}
				else if (step.place == null || step.place.holds(before, after)) {
					if (step.second >= 0) {
						this.stack[depth++] = step.second;
					}
					this.stack[depth++] = step.first;
				}
			}
		}

	}

}
