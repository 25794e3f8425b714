using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.PublicModels.Trials;

/// <summary>Makes values for parameters: the same for the same attempt.</summary>
/// <param name="job">The class that the values are for.</param>
/// <param name="assembly">Its assembly.</param>
/// <param name="attempt">
/// The first takes defaults, the second likely numbers, some more another width, and the rest draw from what is likely.
/// </param>
internal sealed class ValueMaker(TrialJob job, Assembly assembly, int attempt)
{
    private const int Deepest = 5;

    private static readonly long[] Widths = [16, 16, 8, 32, 64, 4, 3, 1, 2, 128];
    private static readonly string[] CommonTexts = ["relu", "silu", "gelu", "same", "valid", "bn", "batch", "none", ""];

    private readonly Random _random = new(attempt);
    private readonly ModuleMaker _modules = new();

    /// <summary>Beyond these, values are drawn.</summary>
    public const int Ordered = 10;

    private long Width => attempt < Ordered ? Widths[attempt] : Widths[_random.Next(Widths.Length)];

    private bool Draws => attempt >= Ordered;

    /// <summary>Makes an object with one of its constructors.</summary>
    /// <exception cref="NotSupportedException">There is no telling how.</exception>
    public object Construct(Type type, int depth, List<string>? said = null)
    {
        if (depth > Deepest)
        {
            throw new NotSupportedException($"{type.Name} takes itself");
        }

        var constructors = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(constructor => constructor.GetParameters() is not [{ ParameterType: var only }] || only != type)
            .OrderByDescending(static constructor => constructor.IsPublic)
            .ThenBy(constructor => depth == 0 ? 0 : constructor.GetParameters().Length)
            .ToArray();
        if (constructors.Length == 0)
        {
            throw new NotSupportedException($"{type.Name} has no constructor");
        }

        var chosen = constructors[(depth == 0 ? attempt : Draws ? _random.Next(constructors.Length) : 0) % constructors.Length];
        var parameters = chosen.GetParameters();
        var arguments = parameters.Select(parameter => Argument(parameter, depth)).ToArray();
        said?.AddRange(parameters.Zip(arguments, static (parameter, value) => $"{parameter.Name}: {Say(value)}"));
        var made = chosen.Invoke(BindingFlags.DoNotWrapExceptions, null, arguments, CultureInfo.InvariantCulture);
        if (made is not nn.Module && (attempt > 0 || arguments.Length == 0) && attempt % 2 == 0)
        {
            SetNumbers(made, depth);
        }

        return made;
    }

    private object? Argument(ParameterInfo parameter, int depth)
    {
        var type = parameter.ParameterType;
        if (parameter.HasDefaultValue && (attempt == 0 || !IsNumber(type) || (Draws && _random.Next(2) == 0))
            && !(Draws && _random.Next(3) == 0))
        {
            return (parameter.DefaultValue, Nullable.GetUnderlyingType(type)) switch
            {
                (null, null) when type.IsValueType => Activator.CreateInstance(type),
                ({ } value, { IsEnum: true } named) => Enum.ToObject(named, value),
                (var value, _) => value,
            };
        }

        return Make(type, parameter.Name ?? string.Empty, depth + 1);
    }

    private object? Make(Type type, string name, int depth)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Draws && _random.Next(2) == 0 ? Make(underlying, name, depth) : null;
        }

        if (type == typeof(bool))
        {
            return Draws && _random.Next(2) == 0;
        }

        if (type == typeof(string))
        {
            return Text(name);
        }

        if (type == typeof(double) || type == typeof(float))
        {
            return Convert.ChangeType(Pick(NumberNames.Real(name)), type, CultureInfo.InvariantCulture);
        }

        if (IsNumber(type))
        {
            var number = Pick(NumberNames.Whole(name));
            return Convert.ChangeType(number == NumberNames.Width ? Width : number, type, CultureInfo.InvariantCulture);
        }

        if (type == typeof(ScalarType))
        {
            return ScalarType.Float32;
        }

        if (type.IsEnum)
        {
            var values = Enum.GetValues(type);
            return values.GetValue(Draws ? _random.Next(values.Length) : 0);
        }

        if (type == typeof(Device))
        {
            return CPU;
        }

        if (type == typeof(Tensor))
        {
            return randn(Width);
        }

        return Items(type) is { } item ? MakeList(type, item, name, depth)
            : typeof(ITuple).IsAssignableFrom(type) && type.IsGenericType
                ? Activator.CreateInstance(type, [.. type.GetGenericArguments().Select(part => Make(part, name, depth))])
            : typeof(Delegate).IsAssignableFrom(type) ? _modules.Function(type, Width, Draws ? _random.Next(4) : attempt)
            : typeof(nn.Module).IsAssignableFrom(type) ? MakeModule(type, depth)
            : type.Assembly == assembly && type is { IsAbstract: false, IsInterface: false } ? Construct(type, depth)
            : Implementation(type) is { } own ? Construct(own, depth)
            : type.IsValueType ? Activator.CreateInstance(type)
            : null;
    }

    private string Text(string name)
    {
        var texts = (string[])[.. job.Texts, .. CommonTexts];
        return name.Contains("device", StringComparison.OrdinalIgnoreCase) ? "cpu"
            : name.Equals("name", StringComparison.OrdinalIgnoreCase) && !(Draws && _random.Next(2) == 0) ? "model"
            : texts[Draws ? _random.Next(texts.Length) : 0];
    }

    private object MakeModule(Type type, int depth)
        => type.Assembly == assembly && !type.IsAbstract ? Construct(type, depth)
            : _modules.Module(type, Width, Draws ? _random.Next(4) : 0)
            ?? (Implementation(type) is { } own ? Construct(own, depth) : throw new NotSupportedException($"a {type.Name} is wanted"));

    private Type? Implementation(Type type)
    {
        if (type.Assembly != assembly)
        {
            return null;
        }

        var possible = Types
            .Where(other => type.IsAssignableFrom(other)
                && other is { IsAbstract: false, IsInterface: false, ContainsGenericParameters: false })
            .ToArray();
        return possible.Length == 0 ? null : possible[Draws ? _random.Next(possible.Length) : 0];
    }

    private IEnumerable<Type> Types
    {
        get
        {
            try
            {
                return assembly.GetTypes();
            }
            catch (ReflectionTypeLoadException incomplete)
            {
                return incomplete.Types.OfType<Type>();
            }
        }
    }

    private static Type? Items(Type type)
        => type.IsArray ? type.GetElementType()
            : type.IsGenericType && type.GetGenericArguments() is [var item]
                && type.GetGenericTypeDefinition() is var open
                && (open == typeof(List<>) || open == typeof(IEnumerable<>) || open == typeof(IList<>) || open == typeof(ICollection<>)
                    || open == typeof(IReadOnlyList<>) || open == typeof(IReadOnlyCollection<>)) ? item
            : null;

    private object MakeList(Type type, Type item, string name, int depth)
    {
        var lengths = (int[])[4, 4, 3, 2, 1, 5];
        var length = lengths[Draws ? _random.Next(lengths.Length) : attempt % lengths.Length];
        var grows = !Draws || _random.Next(2) == 0;
        var array = Array.CreateInstance(item, type.IsArray && type.GetArrayRank() > 1 ? 0 : length);
        for (var i = 0; i < array.Length; i++)
        {
            var value = Make(item, name, depth);
            array.SetValue(
                grows && IsNumber(item) && NumberNames.Whole(name)[0] == NumberNames.Width
                    ? Convert.ChangeType(Width * (i + 1), item, CultureInfo.InvariantCulture)
                    : value,
                i);
        }

        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>) ? Activator.CreateInstance(type, array)! : array;
    }

    // A configuration is an object whose numbers are far too large by default.
    private void SetNumbers(object made, int depth)
    {
        foreach (var property in made.GetType().GetProperties()
            .Where(static property => property.SetMethod is { IsPublic: true, IsStatic: false }
                && property.GetIndexParameters().Length == 0))
        {
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            if (type == typeof(int) || type == typeof(long))
            {
                property.SetValue(made, Make(type, property.Name, depth));
            }
            else if (!type.IsValueType && type != typeof(string) && property.GetValue(made) is null && type.Assembly == assembly)
            {
                property.SetValue(made, Make(type, property.Name, depth + 1));
            }
        }

        foreach (var field in made.GetType().GetFields().Where(static field => !field.IsInitOnly && !field.IsLiteral && !field.IsStatic))
        {
            if (field.FieldType == typeof(int) || field.FieldType == typeof(long))
            {
                field.SetValue(made, Make(field.FieldType, field.Name, depth));
            }
        }
    }

    private T Pick<T>(IReadOnlyList<T> values) => values[Draws ? _random.Next(values.Count) : 0];

    private static bool IsNumber(Type type)
        => type == typeof(int) || type == typeof(long) || type == typeof(short) || type == typeof(byte) || type == typeof(double)
            || type == typeof(float) || type == typeof(uint) || type == typeof(ulong);

    private static string Say(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        IEnumerable items and not nn.Module => $"[{string.Join(", ", items.Cast<object?>().Take(8).Select(Say))}]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        nn.Module module => module.GetType().Name,
        _ => value.ToString() is { Length: < 200 } text ? text : value.GetType().Name,
    };
}
