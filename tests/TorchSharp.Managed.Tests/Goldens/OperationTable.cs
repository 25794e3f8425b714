using static TorchSharp.torch;

namespace TorchSharp.Managed.Tests.Goldens;

/// <summary>
/// For every operation of the golden file, the ways the contract spells it. Each spelling is named by its contract
/// member, which is how the coverage table knows what the goldens reach.
/// </summary>
internal sealed class OperationTable
{
    private readonly Dictionary<string, List<Spelling>> operations = [];

    private OperationTable()
    {
        Families.Elementwise.AddTo(this);
        Families.Activations.AddTo(this);
        Families.Reductions.AddTo(this);
        Families.Shapes.AddTo(this);
        Families.Products.AddTo(this);
        Families.Losses.AddTo(this);
        Families.Factories.AddTo(this);
        Families.Streams.AddTo(this);
        Families.Training.AddTo(this);
        Families.Convolutions.AddTo(this);
        Families.Pools.AddTo(this);
        Families.Normalizations.AddTo(this);
        Families.Attention.AddTo(this);
    }

    internal static OperationTable Instance { get; } = new();

    internal IReadOnlyCollection<string> Operations => operations.Keys;

    internal IReadOnlyList<Spelling> Of(string operation) => operations[operation];

    internal void Add(string operation, params (string Member, Func<GoldenCall, Tensor> Run)[] spellings) =>
        AddMany(operation, [.. spellings.Select(static s => (s.Member, (Func<GoldenCall, Tensor[]>)(call => [s.Run(call)])))]);

    internal void AddMany(string operation, params (string Member, Func<GoldenCall, Tensor[]> Run)[] spellings)
    {
        if (!operations.TryGetValue(operation, out List<Spelling>? known))
        {
            operations.Add(operation, known = []);
        }

        known.AddRange(spellings.Select(static s => new Spelling(s.Member, s.Run)));
    }
}
