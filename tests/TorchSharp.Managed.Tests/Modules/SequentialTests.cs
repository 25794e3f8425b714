using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Managed.Tests.Modules;

/// <summary>Sequences: names, parts, and what they dispose.</summary>
public class SequentialTests
{
    [Fact]
    public void ModulesAreCalledInOrder()
    {
        using Sequential sequence = Sequential(("double", new Times(2)), ("add", new Plus(3)));
        Assert.Equal(7, sequence.call(tensor(2.0f)).item<float>());
    }

    [Fact]
    public void EveryConstructorNamesAlike()
    {
        Module<Tensor, Tensor> a = new Times(2);
        Module<Tensor, Tensor> b = new Plus(3);
        Assert.Equal(["0", "1"], Names(Sequential(a, b)));
        Assert.Equal(["0", "1"], Names(Sequential(new List<Module<Tensor, Tensor>> { a, b })));
        Assert.Equal(["x", "y"], Names(Sequential(("x", a), ("y", b))));
        Assert.Equal(["x", "y"], Names(Sequential(Tuple.Create("x", a), Tuple.Create("y", b))));
        Assert.Equal(["x", "y"], Names(Sequential(new List<(string, Module<Tensor, Tensor>)> { ("x", a), ("y", b) })));
        Assert.Equal(["x", "y"], Names(Sequential(new List<Tuple<string, Module<Tensor, Tensor>>> { Tuple.Create("x", a), Tuple.Create("y", b) })));
        Assert.Equal(["0", "z"], Names(Sequential().append(a).append("z", b)));
    }

    [Fact]
    public void PartsShareTheirModules()
    {
        using Sequential sequence = Sequential(("a", Linear(2, 3)), ("r", ReLU()), ("b", Linear(3, 1)));
        Assert.IsType<ReLU>(sequence[1]);
        Assert.Equal(["a", "r"], Names(sequence[0..2]));
        Assert.Equal(["r", "b"], Names(sequence[(1, null)]));
        Assert.Equal(["r", "b"], Names(sequence[1..]));
        Assert.Same(sequence[2], sequence[^1..][0]);
        Assert.Equal(3, sequence.Count);
    }

    [Fact]
    public void ForwardDisposesWhatPassesBetween()
    {
        var seen = new List<Tensor>();
        using Sequential sequence = Sequential(new Times(2), new Plus(1), new Times(3));
        foreach (Module child in sequence.children())
        {
            ((Module<Tensor, Tensor>)child).register_forward_hook((_, _, output) =>
            {
                seen.Add(output);
                return null!;
            });
        }

        using Tensor input = ones(2);
        using Tensor result = sequence.call(input);
        Assert.False(input.IsInvalid);
        Assert.True(seen[0].IsInvalid);
        Assert.True(seen[1].IsInvalid);
        Assert.Same(result, seen[2]);
        Assert.Equal([9f, 9f], result.data<float>().ToArray());
    }

    [Fact]
    public void StepsThatPassTheirInputOnDoNotLoseIt()
    {
        using Tensor input = ones(2, 3);
        using Sequential sequence = Sequential(Identity(), new PassOn(), Dropout(0), new PassOn());
        using Tensor result = sequence.call(input);
        Assert.False(input.IsInvalid);
        Assert.Equal(6, result.sum().item<float>());
        using Tensor onlyPassed = Sequential(new PassOn(), new PassOn()).call(input);
        Assert.Same(input, onlyPassed);
        Assert.False(input.IsInvalid);
    }

    [Fact]
    public void AnEmptySequenceReturnsItsInput()
    {
        using Tensor input = ones(2);
        using Tensor output = Sequential().call(input);
        Assert.NotSame(input, output);
        Assert.True(output.allclose(input));
    }

    [Fact]
    public void ANameIsTakenOnce() => Assert.Throws<InvalidOperationException>(() => Sequential(("a", ReLU()), ("a", ReLU())));

    [Fact]
    public void DerivedSequencesAreModelsToo()
    {
        using var model = new Derived();
        Assert.Equal(["first", "second", "extra"], model.named_children().Select(c => c.name));
    }

    private static IEnumerable<string> Names(Sequential sequence) => sequence.named_children().Select(c => c.name);

    private sealed class Derived : Sequential
    {
        private readonly Linear extra = Linear(1, 1);

        public Derived()
            : base(("first", Linear(1, 1)), ("second", ReLU())) => RegisterComponents();
    }

    private sealed class Times(double factor) : Module<Tensor, Tensor>(nameof(Times))
    {
        public override Tensor forward(Tensor input) => input * factor;
    }

    private sealed class Plus(double summand) : Module<Tensor, Tensor>(nameof(Plus))
    {
        public override Tensor forward(Tensor input) => input + summand;
    }

    private sealed class PassOn() : Module<Tensor, Tensor>(nameof(PassOn))
    {
        public override Tensor forward(Tensor input) => input;
    }
}
