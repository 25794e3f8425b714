using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Recording;

/// <summary>Finds the forward that a call of a module runs.</summary>
internal static class RecordedForward
{
    /// <summary>
    /// The override of TorchSharp's forward in a class or in one of this project that it derives from; null where there
    /// is none.
    /// </summary>
    public static IMethodSymbol? Find(INamedTypeSymbol type, RecordingSession session)
    {
        for (var current = type; current is not null && session.IsSource(current); current = current.BaseType)
        {
            if (current.GetMembers("forward").OfType<IMethodSymbol>().FirstOrDefault(method => IsForward(method, session)) is { } forward)
            {
                return forward.IsAbstract ? null : forward;
            }
        }

        return null;
    }

    private static bool IsForward(IMethodSymbol method, RecordingSession session)
    {
        var root = method;
        while (root.OverriddenMethod is { } overridden)
        {
            root = overridden;
        }

        return method is { IsStatic: false, IsOverride: true } && session.IsTorchSharp(root.OriginalDefinition);
    }
}
