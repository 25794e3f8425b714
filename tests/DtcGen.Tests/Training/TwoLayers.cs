using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Tests.Training;

/// <summary>
/// A network with two groups of neurons whose clip is written out by hand over plain arrays, so that these tests
/// depend on no generated code.
/// </summary>
internal sealed class TwoLayers : Module<Tensor, Tensor>, IDualTomographic
{
    private readonly Linear first;
    private readonly Linear second;
    private readonly Linear third;

    public TwoLayers(int inputs, int hidden, int classes, int groups = 2)
        : base(nameof(TwoLayers))
    {
        first = Linear(inputs, hidden, hasBias: false);
        second = Linear(hidden, hidden / 2, hasBias: false);
        third = Linear(hidden / 2, classes, hasBias: false);
        RegisterComponents();
        Groups = new[] { Describe(0, "first", "second"), Describe(1, "second", "third") }[..groups];
    }

    public IReadOnlyList<NeuronGroup> Groups { get; }

    public IReadOnlyList<PinnedNeurons> Pinned => [new PinnedNeurons("third", "the model's output")];

    public List<(int Group, long[] Keep)> Clips { get; } = [];

    public override Tensor forward(Tensor input) => third.call(functional.relu(second.call(functional.relu(first.call(input)))));

    public long CountNeurons(NeuronGroup group) => Layers(group).Producer.weight.shape[0];

    public RaySums SumRays(NeuronGroup group, Func<Tensor, Tensor>? map = null)
    {
        using var scope = NewDisposeScope();
        using var guard = no_grad();
        var (producer, consumer) = Layers(group);
        Tensor Mapped(Tensor weight) => map is null ? weight.to(ScalarType.Float64) : map(weight.to(ScalarType.Float64));
        return new RaySums(
            Mapped(producer.weight).sum(dim: 1).data<double>().ToArray(),
            Mapped(consumer.weight).sum(dim: 0).data<double>().ToArray());
    }

    public void Clip(NeuronGroup group, IReadOnlyList<long> keep)
    {
        if (keep.Count == CountNeurons(group))
        {
            return;
        }

        Clips.Add((group.Index, [.. keep]));
        using var guard = no_grad();
        var (producer, consumer) = Layers(group);
        producer.weight = Cut(producer.weight, (row, column) => (keep[row], column), keep.Count, (int)producer.weight.shape[1]);
        consumer.weight = Cut(consumer.weight, (row, column) => (row, keep[column]), (int)consumer.weight.shape[0], keep.Count);
    }

    public void FillWeightsWith(float value)
    {
        using var guard = no_grad();
        second.weight.fill_(value);
    }

    public Module Layer(string name) => named_modules().Single(item => item.name == name).module;

    public float[] Weights() => [.. new[] { first, second, third }.SelectMany(layer => layer.weight.detach().data<float>().ToArray())];

    private static Parameter Cut(Tensor weight, Func<int, int, (long Row, long Column)> from, int rows, int columns)
    {
        var old = weight.data<float>().ToArray();
        var width = (int)weight.shape[1];
        var values = new float[rows * columns];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var (oldRow, oldColumn) = from(row, column);
                values[(row * columns) + column] = old[(oldRow * width) + oldColumn];
            }
        }

        return Parameter(tensor(values, new long[] { rows, columns }));
    }

    private static NeuronGroup Describe(int index, string producer, string consumer) => new(
        index, producer, [new NeuronGroupMember(producer, NeuronRole.Producer), new NeuronGroupMember(consumer, NeuronRole.Consumer)]);

    private (Linear Producer, Linear Consumer) Layers(NeuronGroup group) => group.Index == 0 ? (first, second) : (second, third);
}
