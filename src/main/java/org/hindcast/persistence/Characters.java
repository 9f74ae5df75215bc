package org.hindcast.persistence;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;

/** Counts a text's characters as people and PostgreSQL do: an emoji is one, not two halves. */
public class Characters implements ConstraintValidator<Size, String> {

    private Size size;

    @Override
    public void initialize(Size annotation) {
        this.size = annotation;
    }

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
        int length = text == null ? size.min() : text.codePointCount(0, text.length());
        return length >= size.min() && length <= size.max();
    }
}
