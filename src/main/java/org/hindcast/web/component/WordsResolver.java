package org.hindcast.web.component;

import jakarta.el.ELContext;
import jakarta.el.ELResolver;
import jakarta.faces.context.FacesContext;

/** {@code #{msg['key']}} in pages: the sentence as it stands. Asked first, because no other name is used as often. */
public class WordsResolver extends ELResolver {

    private static final String NAME = "msg";

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base == null && NAME.equals(property)) {
            context.setPropertyResolved(null, property);
            return Words.of(FacesContext.getCurrentInstance());
        }
        if (base instanceof Words words) {
            context.setPropertyResolved(base, property);
            return words.asItStands(property.toString());
        }
        return null;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        // words are not written by pages
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return base == null ? String.class : null;
    }
}
