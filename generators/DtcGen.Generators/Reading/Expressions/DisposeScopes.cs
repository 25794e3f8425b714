using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary>
/// What only looks after memory: <c>using var scope = NewDisposeScope()</c>, <c>x.MoveToOuterDisposeScope()</c>,
/// <c>scope.MoveToOuter(x)</c>, <c>x.Dispose()</c>.
/// </summary>
internal static class DisposeScopes
{
    public static ReadValue? Recognise(ForwardReader reader, IOperation operation)
    {
        if (operation is not IInvocationOperation { TargetMethod: var method } call)
        {
            return null;
        }

        var torch = reader.Session.Torch;
        if (method.Name == "NewDisposeScope" && TorchSymbols.Is(method.ContainingType, torch.Torch))
        {
            return OpaqueValue.Instance;
        }

        if (torch.IsTensor(method.ContainingType) && call.Instance is { } tensor)
        {
            return method.Name switch
            {
                "MoveToOuterDisposeScope" or "DetachFromDisposeScope" or "alias" => reader.Read(tensor),
                "Dispose" => OpaqueValue.Instance,
                _ => null,
            };
        }

        return method is
        {
            Name: "MoveToOuter" or "Detach", ContainingType: { Name: "DisposeScope", ContainingNamespace.Name: "TorchSharp" }
        }
            && call.Arguments is [var moved]
            ? reader.Read(moved.Value)
            : null;
    }
}
