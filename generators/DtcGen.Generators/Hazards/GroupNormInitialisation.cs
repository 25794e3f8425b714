using System.Collections.Concurrent;
using System.Collections.Immutable;
using DtcGen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Hazards;

/// <summary>
/// Which GroupNorms of a compilation nothing in it can have initialised. Weight and bias count as initialised where the code so much as
/// names them: of a field, for that field; of anything else, for every GroupNorm. So do loads, and writes to parameters whose layer
/// cannot be told.
/// </summary>
internal sealed class GroupNormInitialisation
{
    private static readonly ImmutableHashSet<string> Loads = ["load", "load_state_dict", "load_py", "load_safetensors", "load_checkpoint"];
    private static readonly ImmutableHashSet<string> Writes = ["copy_", "fill_", "zero_", "normal_", "uniform_", "set_"];

    private readonly ConcurrentBag<(IInvocationOperation Call, ISymbol? Holder)> _made = [];

    // (weight or bias, the field it was named of); null stands for any GroupNorm.
    private readonly ConcurrentDictionary<(string Property, ISymbol? Holder), byte> _named = new(Comparer.Instance);
    private volatile bool _allWritten;

    public void See(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.Name == "GroupNorm" && IsTorchs(method))
        {
            if (new HazardCall(call, InModule: false).Is("affine", false))
            {
                return;
            }

            _made.Add((call, Holder(call)));
        }
        else if (Loads.Contains(method.Name) || (Written(call) is { } written && !IsOfAnotherLayer(written)))
        {
            _allWritten = true;
        }
    }

    public void See(IPropertyReferenceOperation property)
    {
        if (property.Property is { Name: "weight" or "bias", ContainingType.Name: "GroupNorm" } && IsTorchs(property.Property))
        {
            var holder = property.Instance is IFieldReferenceOperation field ? field.Field.OriginalDefinition : null;
            _named.TryAdd((property.Property.Name, holder), 0);
        }
    }

    /// <summary>Where a GroupNorm is made that nothing initialises.</summary>
    public IEnumerable<IInvocationOperation> Raw()
        => _allWritten
            ? []
            : _made.Where(made => !(IsNamed("weight", made.Holder) && IsNamed("bias", made.Holder))).Select(static made => made.Call);

    private bool IsNamed(string property, ISymbol? holder)
        => _named.ContainsKey((property, null)) || (holder is not null && _named.ContainsKey((property, holder)));

    // The tensor that an initialisation or a write in place is given.
    private static IOperation? Written(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (!IsTorchs(method))
        {
            return null;
        }

        var initialises = method.ContainingType.Name == "init" && method.Name.EndsWith("_", StringComparison.Ordinal);
        return initialises ? call.Arguments.FirstOrDefault()?.Value
            : Writes.Contains(method.Name) && call.Instance?.Type?.Name == "Parameter" ? call.Instance
            : null;
    }

    // The weights of a GroupNorm are seen as properties; what is no property of a layer may be any layer's.
    private static bool IsOfAnotherLayer(IOperation tensor)
        => tensor is IConversionOperation conversion
            ? IsOfAnotherLayer(conversion.Operand)
            : tensor is IPropertyReferenceOperation property && IsTorchs(property.Property);

    private static ISymbol? Holder(IOperation made) => made.Parent switch
    {
        IConversionOperation conversion => Holder(conversion),
        IFieldInitializerOperation { InitializedFields: [var field] } => field.OriginalDefinition,
        ISimpleAssignmentOperation { Target: IFieldReferenceOperation target } => target.Field.OriginalDefinition,
        _ => null,
    };

    private static bool IsTorchs(ISymbol symbol) => symbol.ContainingAssembly?.Name == HazardAnalyzer.Assembly;

    private sealed class Comparer : IEqualityComparer<(string Property, ISymbol? Holder)>
    {
        public static Comparer Instance { get; } = new();

        public bool Equals((string Property, ISymbol? Holder) x, (string Property, ISymbol? Holder) y)
            => x.Property == y.Property && SymbolEqualityComparer.Default.Equals(x.Holder, y.Holder);

        public int GetHashCode((string Property, ISymbol? Holder) key)
            => StringComparer.Ordinal.GetHashCode(key.Property) ^ SymbolEqualityComparer.Default.GetHashCode(key.Holder);
    }
}
