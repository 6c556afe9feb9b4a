package org.evenstar.api;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Rows as records of a type the caller chose. */
final class Records {

  private Records() {}

  static <R extends Record> List<R> of(Columns columns, List<Row> rows, Class<R> type) {
    RecordComponent[] components = type.getRecordComponents();
    int[] places =
        Arrays.stream(components).mapToInt(c -> columns.place(snakeCase(c.getName()))).toArray();
    Constructor<R> constructor = constructor(type, components);
    return rows.stream().map(row -> record(constructor, components, places, row)).toList();
  }

  private static <R extends Record> Constructor<R> constructor(
      Class<R> type, RecordComponent[] components) {
    try {
      Constructor<R> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
      constructor.setAccessible(true);
      return constructor;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <R> R record(
      Constructor<R> constructor, RecordComponent[] components, int[] places, Row row) {
    @Nullable Object[] values = new @Nullable Object[places.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(components[i], row.values().get(places[i]));
    }
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(
          "Cannot make %s of %s: %s"
              .formatted(constructor.getDeclaringClass().getSimpleName(), row, e.getCause()),
          e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Object value(RecordComponent component, @Nullable Object value) {
    Class<?> type = component.getType();
    Number number = value instanceof Number n ? n : null;
    if (type == OptionalDouble.class) {
      return number == null ? OptionalDouble.empty() : OptionalDouble.of(number.doubleValue());
    }
    if (type == OptionalLong.class) {
      return number == null ? OptionalLong.empty() : OptionalLong.of(number.longValue());
    }
    if (type == String.class) {
      return value == null ? "" : value.toString();
    }
    if (value == null) {
      if (type.isPrimitive()) {
        throw new IllegalArgumentException(
            "Cannot fill component '%s': the value is absent; make it an OptionalDouble or a box"
                .formatted(component.getName()));
      }
      return null;
    }
    if (type == double.class || type == Double.class) {
      return number == null ? null : (Object) number.doubleValue();
    }
    if (type == int.class || type == Integer.class) {
      return number == null ? null : (Object) Math.toIntExact(number.longValue());
    }
    return type.isEnum() ? constant(type, value.toString()) : value;
  }

  private static Object constant(Class<?> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> ((Enum<?>) constant).name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Cannot read '%s' as %s: known are %s"
                        .formatted(
                            name, type.getSimpleName(), Arrays.toString(type.getEnumConstants()))));
  }

  static String snakeCase(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
