package org.hindcast.web.component;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code #{bean.method(argument)}} in pages. Each method is looked for once; the standard resolver looks through all methods of
 * the bean at each call. What is not plain, such as an overloaded method, is left to that one.
 */
public class Calls extends ELResolver {

    private static final Map<Name, Optional<Method>> FOUND = new ConcurrentHashMap<>();

    @Override
    public Object invoke(ELContext context, Object base, Object name, Class<?>[] types, Object[] arguments) {
        if (base == null || name == null) {
            return null;
        }
        int count = arguments == null ? 0 : arguments.length;
        Optional<Method> method = FOUND.computeIfAbsent(new Name(base.getClass(), name.toString(), count), Calls::only);
        if (method.isEmpty() || !takes(method.get().getParameterTypes(), arguments)) {
            return null;
        }
        context.setPropertyResolved(base, name);
        return invoke(method.get(), base, arguments);
    }

    private static Object invoke(Method method, Object base, Object[] arguments) {
        try {
            return method.invoke(base, arguments);
        } catch (InvocationTargetException e) {
            throw new ELException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new ELException(e);
        }
    }

    /** The one method of that name that takes so many arguments; empty when there are several, or it is not for everybody. */
    private static Optional<Method> only(Name name) {
        List<Method> methods = Arrays.stream(name.type().getMethods())
                .filter(m -> m.getName().equals(name.method()) && m.getParameterCount() == name.count())
                .filter(m -> !m.isVarArgs() && !m.isBridge())
                .toList();
        boolean open = Modifier.isPublic(name.type().getModifiers());
        return open && methods.size() == 1 ? Optional.of(methods.get(0)) : Optional.empty();
    }

    private static boolean takes(Class<?>[] types, Object[] arguments) {
        for (int i = 0; i < types.length; i++) {
            if (!types[i].isInstance(arguments[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        // only methods are called
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return false;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return null;
    }

    private record Name(Class<?> type, String method, int count) {}
}
