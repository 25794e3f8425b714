using System.Globalization;
using System.Reflection;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.PublicModels.Trials;

/// <summary>Finds inputs that a model's forward takes, by trying.</summary>
internal sealed class InputSearch(ForwardCall forward, IReadOnlyList<LayerHint> hints, TimeSpan limit)
{
    private const int MostTries = 1500;

    /// <summary>The last exception of forward, which tells why there is no input.</summary>
    public string? LastFailure { get; private set; }

    /// <summary>Arguments for forward, or null.</summary>
    public InputArgument[]? Find()
    {
        var possible = forward.Parameters.Select(parameter => Of(parameter).ToArray()).ToArray();
        if (Array.FindIndex(possible, static values => values.Length == 0) is >= 0 and var unknown)
        {
            LastFailure = $"forward takes a {forward.Parameters[unknown].ParameterType.Name}";
            return null;
        }

        var before = Environment.CpuUsage.TotalTime;
        foreach (var choice in Choices([.. possible.Select(static values => values.Length)]).Take(MostTries))
        {
            if (Environment.CpuUsage.TotalTime - before > limit)
            {
                break;
            }

            var arguments = choice.Select((value, i) => possible[i][value]).ToArray();
            if (Takes(arguments))
            {
                return arguments;
            }
        }

        return null;
    }

    private bool Takes(InputArgument[] arguments)
    {
        // In no scope: what a model keeps from one call to the next would go with it.
        try
        {
            // What depends on the entries may take one and not another.
            forward.Run([.. arguments.Select(static argument => argument.Make(2))]);
            forward.Run([.. arguments.Select(static argument => argument.Make(2))]);
            var returned = forward.Run([.. arguments.Select(static argument => argument.Make(2))]);
            if (returned.Count == 0)
            {
                LastFailure = "forward returns no tensors";
                return false;
            }

            if (returned.Any(static tensor => tensor.numel() == 0 || tensor.is_complex()
                || (tensor.is_floating_point() && !tensor.isfinite().all().item<bool>())))
            {
                LastFailure = "forward returns what is not finite";
                return false;
            }

            return true;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            LastFailure = $"{failure.GetType().Name}: {failure.Message.Split('\n')[0]}";
            return false;
        }
    }

    private IEnumerable<InputArgument> Of(ParameterInfo parameter)
    {
        var (type, name) = (parameter.ParameterType, parameter.Name ?? string.Empty);
        var isOptional = parameter.HasDefaultValue
            || new NullabilityInfoContext().Create(parameter).ReadState == NullabilityState.Nullable;
        var shapes = InputShapes.Of(name, parameter.Position == 0, hints);
        if (type == typeof(Tensor))
        {
            return isOptional ? shapes.Prepend(Value(null)) : shapes;
        }

        if (parameter.HasDefaultValue)
        {
            return [Value(parameter.DefaultValue ?? (type.IsValueType ? Activator.CreateInstance(type) : null))];
        }

        if (type == typeof(Tensor[]) || type == typeof(List<Tensor>) || type == typeof(IList<Tensor>)
            || type == typeof(IReadOnlyList<Tensor>) || type == typeof(IEnumerable<Tensor>))
        {
            return from shape in shapes
                   from count in (int[])[2, 3, 1, 4]
                   select new InputArgument($"{count} of {shape.Text}", batch => List(type, shape, count, batch), shape.IsBatched);
        }

        if (typeof(System.Runtime.CompilerServices.ITuple).IsAssignableFrom(type) && type.IsGenericType
            && type.GetGenericArguments().All(static item => item == typeof(Tensor)))
        {
            var count = type.GetGenericArguments().Length;
            return shapes
                .Select(shape => new InputArgument(
                    $"{count} of {shape.Text}",
                    batch => Activator.CreateInstance(type, [.. Enumerable.Range(0, count).Select(_ => shape.Make(batch))]),
                    shape.IsBatched));
        }

        return type == typeof(bool) ? [Value(false), Value(true)]
            : type == typeof(int) ? ((int[])[0, 1, 2, 4, 8, 6]).Select(static number => Value(number))
            : type == typeof(long) ? ((long[])[0, 1, 2, 4, 8, 6]).Select(static number => Value(number))
            : type == typeof(float) ? [Value(1f), Value(0.5f)]
            : type == typeof(double) ? [Value(1.0), Value(0.5)]
            : type.IsEnum ? Enum.GetValues(type).Cast<object>().Select(Value)
            : isOptional || Nullable.GetUnderlyingType(type) is not null ? [Value(null)]
            : [];
    }

    private static object List(Type type, InputArgument item, int count, long batch)
    {
        var items = Enumerable.Range(0, count).Select(_ => (Tensor)item.Make(batch)!);
        return type == typeof(List<Tensor>) ? items.ToList() : items.ToArray();
    }

    private static InputArgument Value(object? value)
        => new(Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : "null", _ => value);

    // All choices of one value for each parameter, those of likely values first.
    private static IEnumerable<int[]> Choices(int[] counts)
    {
        if (counts.Length == 0)
        {
            yield return [];
            yield break;
        }

        for (var sum = 0; sum <= counts.Sum(); sum++)
        {
            foreach (var choice in WithSum(counts, sum, 0))
            {
                yield return [.. choice];
            }
        }
    }

    private static IEnumerable<IEnumerable<int>> WithSum(int[] counts, int sum, int place)
    {
        if (place == counts.Length - 1)
        {
            return sum < counts[place] ? [[sum]] : [];
        }

        return from first in Enumerable.Range(0, Math.Min(counts[place], sum + 1))
               from rest in WithSum(counts, sum - first, place + 1)
               select rest.Prepend(first);
    }
}
