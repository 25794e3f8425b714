using DtcGen.Generators.Reading.Graph;
using DtcGen.Generators.Reading.Modules;
using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary>
/// <c>x[.., 1..3]</c>, <c>x[0]</c>, <c>x[TensorIndex.Ellipsis, TensorIndex.Slice(0, 4)]</c>: entries and stretches of
/// dimensions.
/// </summary>
internal static class TensorIndices
{
    private const string Expected = "numbers, ranges, TensorIndex.Colon, Ellipsis, Null, Single or Slice, known at compile time";

    public static ReadValue? Recognise(ForwardReader reader, IOperation operation)
    {
        if (operation is not IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance, Arguments: var arguments }
            || !reader.Session.Torch.IsTensor(instance.Type))
        {
            return null;
        }

        if (reader.ReadTensor(instance) is not { } value)
        {
            return UnreadableValue.Instance;
        }

        var indices = arguments is [{ Value: IArrayCreationOperation { Initializer: { } initialiser } }]
            ? initialiser.ElementValues
            : [.. arguments.Select(static argument => argument.Value)];
        var parsed = new List<TensorIndexItem>();
        foreach (var index in indices)
        {
            if (Parse(reader, Unwrap(index)) is not { } item)
            {
                return reader.Unreadable(index, Expected);
            }

            parsed.Add(item);
        }

        var ellipsis = parsed.FindIndex(static item => item.Kind == TensorIndexKind.Ellipsis);
        if (ellipsis != parsed.FindLastIndex(static item => item.Kind == TensorIndexKind.Ellipsis))
        {
            return reader.Unreadable(operation, "one ellipsis at most");
        }

        // Before an ellipsis dimensions count from the first, behind it from the last.
        var dimension = 0L;
        foreach (var item in ellipsis < 0 ? parsed : parsed.Take(ellipsis))
        {
            value = Take(reader, value, item, dimension);
            dimension += item.Kind == TensorIndexKind.Single ? 0 : 1;
        }

        dimension = -1;
        foreach (var item in ellipsis < 0 ? [] : parsed.Skip(ellipsis + 1).Reverse())
        {
            value = Take(reader, value, item, dimension);
            dimension -= item.Kind == TensorIndexKind.Single ? 0 : 1;
        }

        return value;
    }

    /// <summary>A whole number, negative when it counts from the end; null when it is not known at compile time.</summary>
    public static long? Number(ForwardReader reader, IOperation index)
        => Unwrap(index) switch
        {
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } hat => -Number(reader, hat.Operand),
            var plain => reader.TryConstant(plain, out var number) ? Constants.ToInteger(number) : null,
        };

    private static TensorValue Take(ForwardReader reader, TensorValue value, TensorIndexItem item, long dimension) => item.Kind switch
    {
        TensorIndexKind.Single => Slices.Add(reader, OperatorKind.Select, value, Literal(dimension), Literal(item.Start)),
        TensorIndexKind.New => Slices.Add(reader, OperatorKind.Unsqueeze, value, Literal(dimension)),
        TensorIndexKind.Slice when item is { Start: 0, Stop: null, Step: 1 } => value,
        _ => Slices.Add(
            reader,
            OperatorKind.Slice,
            value,
            Literal(dimension),
            Literal(item.Start),
            item.Stop is { } stop ? Literal(stop) : new Argument("long.MaxValue", long.MaxValue),
            Literal(item.Step)),
    };

    private static TensorIndexItem? Parse(ForwardReader reader, IOperation index)
    {
        switch (index)
        {
            case IRangeOperation range:
                return Bound(reader, range.LeftOperand, 0) is { } start && Bound(reader, range.RightOperand, long.MaxValue) is { } stop
                    ? TensorIndexItem.Slice(start, stop == long.MaxValue ? null : stop)
                    : null;
            case IMemberReferenceOperation { Member: { ContainingType.Name: "TensorIndex" } member }:
                return member.Name switch
                {
                    "Ellipsis" => new TensorIndexItem(TensorIndexKind.Ellipsis),
                    "Colon" => TensorIndexItem.Slice(0, null),
                    "None" or "Null" => new TensorIndexItem(TensorIndexKind.New),
                    _ => null,
                };
            case IInvocationOperation { TargetMethod: { Name: "Slice", ContainingType.Name: "TensorIndex" } } slice:
                return Slice(reader, slice);
            case IInvocationOperation { TargetMethod: { Name: "Single", ContainingType.Name: "TensorIndex" }, Arguments: [var single] }:
                return Number(reader, single.Value) is { } entry ? TensorIndexItem.Single(entry) : null;
            default:
                return Number(reader, index) is { } number ? TensorIndexItem.Single(number) : null;
        }
    }

    private static TensorIndexItem? Slice(ForwardReader reader, IInvocationOperation slice)
    {
        if (slice.Arguments is [{ Parameter.Name: "range", Value: var range }])
        {
            return Unwrap(range) is IRangeOperation plain ? Parse(reader, plain) : null;
        }

        long? Value(string parameter, long otherwise)
            => slice.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value is { } given
                ? Bound(reader, given, otherwise)
                : otherwise;

        return Value("start", 0) is { } start && Value("stop", long.MaxValue) is { } stop && Value("step", 1) is > 0 and var step
            ? TensorIndexItem.Slice(start, stop == long.MaxValue ? null : stop, step)
            : null;
    }

    // A bound that is left out, or null, is the default; one that is not known is null.
    private static long? Bound(ForwardReader reader, IOperation? bound, long otherwise)
    {
        if (bound is null || Unwrap(bound) is IDefaultValueOperation || Unwrap(bound) is { ConstantValue: { HasValue: true, Value: null } })
        {
            return otherwise;
        }

        // The end, counted from the end by 0, is no bound.
        return Number(reader, bound) is not { } number ? null
            : number == 0 && Unwrap(bound) is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } ? long.MaxValue
            : number;
    }

    private static IOperation Unwrap(IOperation operation) => operation switch
    {
        IConversionOperation conversion => Unwrap(conversion.Operand),
        IParenthesizedOperation parenthesized => Unwrap(parenthesized.Operand),
        IObjectCreationOperation { Type.Name: "Nullable", Arguments: [var only] } => Unwrap(only.Value),
        _ => operation,
    };

    private static Argument Literal(long number) => new(CSharpText.Literal(number), number);
}
