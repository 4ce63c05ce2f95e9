package dev.lanewise.processor.random;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** A generated class of unknown name, package and access. */
final class Generated {
    private final Class<?> type;

    Generated(Class<?> type) {
        this.type = type;
    }

    boolean has(String name, Class<?>... parameters) {
        return methods()
                .anyMatch(each -> each.getName().equals(name) && Arrays.equals(each.getParameterTypes(), parameters));
    }

    /** The parameter types of the first method of this name with so many parameters. */
    Class<?>[] parameters(String name, int count) {
        return methods()
                .filter(each -> each.getName().equals(name) && each.getParameterCount() == count)
                .map(Method::getParameterTypes)
                .findFirst()
                .orElse(new Class<?>[] {Void.class});
    }

    /** Calls a method that every model has. */
    Object call(Object target, String name, Object... arguments) {
        return find(name, arguments)
                .map(each -> invoke(each, target, arguments))
                .orElseThrow(() -> new AssertionError(name));
    }

    /** Calls a method if the interface demands it; null if not. */
    Object callIfThere(Object target, String name, Object... arguments) {
        return find(name, arguments)
                .map(each -> invoke(each, target, arguments))
                .orElse(null);
    }

    private Optional<Method> find(String name, Object... arguments) {
        return methods()
                .filter(each -> each.getName().equals(name) && takes(each.getParameterTypes(), arguments))
                .findFirst();
    }

    private Stream<Method> methods() {
        return Arrays.stream(type.getDeclaredMethods()).filter(each -> !each.isSynthetic());
    }

    private static boolean takes(Class<?>[] parameters, Object[] arguments) {
        if (parameters.length != arguments.length) {
            return false;
        }
        for (int i = 0; i < parameters.length; i++) {
            Class<?> parameter = parameters[i] == int.class ? Integer.class : parameters[i];
            if (!parameter.isInstance(arguments[i])) {
                return false;
            }
        }
        return true;
    }

    private static Object invoke(Method method, Object target, Object... arguments) {
        try {
            method.setAccessible(true);
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw new AssertionError(method.getName() + " failed", e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /** A constant. */
    Object constant(String name) {
        try {
            Field field = type.getDeclaredField(name);
            field.setAccessible(true);
            return field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** The record that the interface's methods take, if they take lists of one. */
    Optional<Class<?>> token(ClassLoader loader) {
        return methods()
                .filter(each -> each.getName().equals("sequence"))
                .map(each -> each.getGenericParameterTypes()[0].getTypeName().replaceAll(".*<|>.*", ""))
                .findFirst()
                .map(name -> load(name, loader));
    }

    /** The type of a tag. */
    Class<?> tag() {
        return methods()
                .filter(each -> each.getName().equals("trainer"))
                .map(each -> (ParameterizedType) each.getGenericReturnType())
                .map(each -> (Class<?>) each.getActualTypeArguments()[0])
                .findFirst()
                .orElseThrow();
    }

    private static Class<?> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, true, loader);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    ClassLoader loader() {
        return type.getClassLoader();
    }
}
