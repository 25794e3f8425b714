using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Modules;

/// <summary><c>Sequential(...)</c>, its items named by tuples or by position, and <c>ModuleList(...)</c>.</summary>
internal static class Containers
{
    private const string Sequential = "global::TorchSharp.Modules.Sequential";
    private const string SequentialItem =
        "global::TorchSharp.torch.nn.IModule<global::TorchSharp.torch.Tensor, global::TorchSharp.torch.Tensor>";

    public static ReadModule? Recognise(ModuleCreation creation)
    {
        if (creation.Expression is not IInvocationOperation { TargetMethod: { Name: "Sequential" or "ModuleList" } method } call
            || !TorchSymbols.Is(method.ContainingType, creation.Session.Torch.Nn)
            || Items(call) is not { } items)
        {
            return null;
        }

        var isList = method.Name == "ModuleList";
        var (type, itemType) = isList && method.ReturnType is INamedTypeSymbol { TypeArguments: [var listed] } list
            ? (CSharpText.Type(list), CSharpText.Type(listed))
            : (Sequential, SequentialItem);
        var modules = ImmutableArray.CreateBuilder<ReadModule>(items.Length);
        foreach (var item in items)
        {
            var (name, expression) = Named(item, creation.Bindings);
            var place = creation.Place.Item(modules.Count, name, type, itemType);
            modules.Add(
                (expression is null ? null : ModuleReader.Read(creation with { Expression = expression, Place = place }))
                ?? new UnknownModule(place, "make it by a factory of torch.nn inside the Sequential or ModuleList", item.Syntax));
        }

        return isList
            ? new ModuleListModule(creation.Place, modules.MoveToImmutable())
            : new SequentialModule(creation.Place, modules.MoveToImmutable());
    }

    private static ImmutableArray<IOperation>? Items(IInvocationOperation call)
    {
        if (call.Arguments.Length == 0)
        {
            return [];
        }

        return Unwrap(call.Arguments[0].Value) switch
        {
            IArrayCreationOperation { Initializer: { } initialiser } => initialiser.ElementValues,
            IArrayCreationOperation { DimensionSizes: [{ ConstantValue: { HasValue: true, Value: 0 } }] } => [],
            ICollectionExpressionOperation collection
                when !collection.Elements.Any(static e => e is ISpreadOperation) => collection.Elements,
            _ => null,
        };
    }

    private static (string? Name, IOperation? Expression) Named(IOperation item, ImmutableDictionary<ISymbol, object?> bindings)
        => Unwrap(item) switch
        {
            ITupleOperation { Elements: [var name, var module] } => Constants.TryRead(name, bindings, out var text) && text is string known
                ? (known, module)
                : (null, null),
            IInvocationOperation { TargetMethod: { Name: "Create", ContainingType.Name: "Tuple" }, Arguments: [var name, var module] }
                => Constants.TryRead(name.Value, bindings, out var text) && text is string known ? (known, module.Value) : (null, null),
            var module => (null, module),
        };

    private static IOperation Unwrap(IOperation operation)
        => operation is IConversionOperation conversion ? Unwrap(conversion.Operand) : operation;
}
