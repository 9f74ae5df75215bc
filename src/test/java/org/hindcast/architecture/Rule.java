package org.hindcast.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One rule of the house, and a class that breaks it: a rule that lets its violator pass says nothing.
 *
 * @param sentence what holds
 * @param rule the same for the product and for the violators
 * @param violator a class below {@link House#VIOLATORS} that it must catch
 */
public record Rule(String sentence, Function<House, ArchRule> rule, Class<?> violator) {

    /** Every rule there is. */
    public static Stream<Rule> all() {
        return Stream.of(Arrows.rules(), OutsideApis.rules(), Shapes.rules()).flatMap(rules -> rules);
    }

    /** The rule, made for that house. */
    public ArchRule in(House house) {
        return rule.apply(house).as(sentence).allowEmptyShould(true);
    }

    @Override
    public String toString() {
        return sentence;
    }
}
