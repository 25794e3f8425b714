using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.PublicModels.Trials;

/// <summary>The forward of a model that is known at run time alone.</summary>
internal sealed class ForwardCall
{
    private readonly nn.Module _model;
    private readonly MethodInfo _call;

    private ForwardCall(nn.Module model, MethodInfo call, ParameterInfo[] parameters)
        => (_model, _call, Parameters) = (model, call, parameters);

    /// <summary>What forward takes.</summary>
    public IReadOnlyList<ParameterInfo> Parameters { get; }

    /// <summary>The forward of a model, or null where it has none.</summary>
    public static ForwardCall? Of(nn.Module model)
    {
        const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        for (var type = model.GetType(); type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.Namespace == "TorchSharp" && type.Name.StartsWith("Module`", StringComparison.Ordinal))
            {
                var taken = type.GetGenericArguments()[..^1];
                var forward = model.GetType().GetMethod("forward", Any, taken);
                var call = type.GetMethods(Any)
                    .FirstOrDefault(method => method.Name == "call" && method.GetParameters().Length == taken.Length);
                return forward is null ? null : new ForwardCall(model, call ?? forward, forward.GetParameters());
            }
        }

        return model.GetType().GetMethods(Any).FirstOrDefault(static method => method.Name == "forward") is { } own
            ? new ForwardCall(model, own, own.GetParameters())
            : null;
    }

    /// <summary>What forward returns, its tensors in order.</summary>
    public IReadOnlyList<Tensor> Run(object?[] arguments)
        => [.. Tensors(_call.Invoke(_model, BindingFlags.DoNotWrapExceptions, null, arguments, null))];

    /// <summary>The tensors in a value, in order.</summary>
    public static IEnumerable<Tensor> Tensors(object? value) => value switch
    {
        null or string => [],
        Tensor tensor => [tensor],
        ITuple tuple => Enumerable.Range(0, tuple.Length).SelectMany(i => Tensors(tuple[i])),
        IDictionary => [],
        IEnumerable items => items.Cast<object?>().SelectMany(Tensors),
        nn.Module => [],
        _ when value.GetType() is { IsPrimitive: false } type && type.Namespace?.StartsWith("System", StringComparison.Ordinal) != true
            => type.GetProperties()
                .Where(static property => property.GetIndexParameters().Length == 0 && property.PropertyType == typeof(Tensor))
                .SelectMany(property => Tensors(property.GetValue(value))),
        _ => [],
    };

    /// <summary>A value with other tensors in the places of its own.</summary>
    public static object? With(object? value, Queue<Tensor> tensors) => value switch
    {
        Tensor => tensors.Dequeue(),
        Tensor[] array => array.Select(_ => tensors.Dequeue()).ToArray(),
        List<Tensor> list => list.Select(_ => tensors.Dequeue()).ToList(),
        ITuple tuple => Activator.CreateInstance(
            value.GetType(), [.. Enumerable.Range(0, tuple.Length).Select(i => With(tuple[i], tensors))]),
        _ => value,
    };
}
