using System.Collections.Immutable;
using DtcGen.Generators.Reading.Graph;
using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary>Lists of numbers among a call's arguments: sizes, dimensions.</summary>
internal static class ArgumentLists
{
    /// <summary>The numbers of several arguments, in order; null when one cannot be read, which is reported.</summary>
    public static ImmutableArray<Argument>? Read(ForwardReader reader, IReadOnlyList<IOperation> operations)
    {
        var read = operations.Select(operation => Read(reader, operation)).ToArray();
        return read.Any(static arguments => arguments is null) ? null : [.. read.SelectMany(static arguments => arguments!.Value)];
    }

    /// <summary>The numbers one by one; null when one cannot be read, which is reported.</summary>
    public static ImmutableArray<Argument>? Read(ForwardReader reader, IOperation operation)
    {
        var value = reader.Read(operation);
        var items = value is SequenceValue sequence ? sequence.Items : [value];
        var arguments = ImmutableArray.CreateBuilder<Argument>(items.Length);
        foreach (var item in items)
        {
            switch (item)
            {
                case ScalarValue { Constant: object?[] constants }:
                    arguments.AddRange(constants.Select(
                        static constant => new Argument(CSharpText.Literal(constant), Modules.Constants.ToInteger(constant))));
                    break;
                case ScalarValue scalar:
                    arguments.Add(new Argument(scalar.Text, scalar.IsConstant ? Modules.Constants.ToInteger(scalar.Constant) : null));
                    break;
                case SizeValue size:
                    arguments.Add(size.ToArgument());
                    break;
                case UnreadableValue:
                    return null;
                default:
                    reader.Unreadable(operation, "whole numbers");
                    return null;
            }
        }

        return arguments.ToImmutable();
    }
}
