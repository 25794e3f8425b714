using System.Runtime.InteropServices;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Managed.Tests.Optimizers;

/// <summary>What optimizers share: groups, replaced parameters, closures, checked settings.</summary>
public class OptimizerTests
{
    [Fact]
    public void AReplacedParameterMakesTheStepThrow()
    {
        using Linear layer = Linear(2, 2);
        using var live = optim.SGD(layer.parameters(), 0.1);
        using var listed = optim.SGD(layer.parameters().ToList(), 0.1);
        layer.weight = new Parameter(ones(2, 2));
        layer.call(ones(1, 2)).sum().backward();
        Assert.Throws<KeyNotFoundException>(() => live.step());
        Assert.ThrowsAny<Exception>(() => listed.step());
        using var anew = optim.SGD(layer.parameters(), 0.1);
        anew.step();
    }

    [Fact]
    public void ParametersWithoutGradientsAreLeftAlone()
    {
        using Linear used = Linear(2, 2, hasBias: false);
        using Linear unused = Linear(2, 2, hasBias: false);
        using Tensor before = unused.weight.detach().clone();
        using var optimizer = optim.Adam([used.weight, unused.weight], 0.1, weight_decay: 1);
        used.call(ones(1, 2)).sum().backward();
        Assert.Null(optimizer.step());
        Assert.True(unused.weight.allclose(before, 0, 0));
    }

    [Fact]
    public void AClosureIsRunWithRecordingAndItsLossReturned()
    {
        var problem = new Quadratic();
        using var optimizer = optim.SGD([problem.X], 0.01);
        using IDisposable mode = no_grad();
        double first = Step();
        Assert.True(Step() < first);

        double Step() => optimizer.step(() =>
        {
            optimizer.zero_grad();
            Tensor loss = problem.Loss();
            loss.backward();
            return loss;
        })!.item<double>();
    }

    [Fact]
    public void GradientsSetToZeroShowInWhatOthersHold()
    {
        var parameter = new Parameter(tensor(new float[] { 1, 2 }));
        using var optimizer = optim.SGD([parameter], 0.1);
        (parameter * 3).sum().backward();
        using Tensor held = parameter.grad!;
        optimizer.zero_grad();
        Assert.Equal([0f, 0f], held.data<float>().ToArray());
        (parameter * 5).sum().backward();
        Assert.Equal([5f, 5f], held.data<float>().ToArray());
    }

    [Fact]
    public void GradientsSetToZeroAreReadAsZerosAndReplacedByTheNextBackward()
    {
        var parameter = new Parameter(tensor(new float[] { 1, 2 }));
        using var optimizer = optim.SGD([parameter], 0.1);
        (parameter * 3).sum().backward();
        optimizer.zero_grad();
        (parameter * 5).sum().backward();
        (parameter * 2).sum().backward();
        using (Tensor sum = parameter.grad!)
        {
            Assert.Equal([7f, 7f], sum.data<float>().ToArray());
        }

        optimizer.zero_grad();
        optimizer.step();
        Assert.Equal([1f, 2f], parameter.data<float>().ToArray());
        using Tensor zeros = parameter.grad!;
        Assert.Equal([0f, 0f], zeros.data<float>().ToArray());
    }

    [Fact]
    public void ZeroGradFillsWithZeros()
    {
        var problem = new Quadratic();
        using var optimizer = optim.SGD([problem.X], 0.01);
        problem.Loss().backward();
        optimizer.zero_grad();
        Assert.Equal(0, problem.X.grad!.abs().sum().item<double>());
    }

    [Fact]
    public void GroupsHaveSettingsOfTheirOwn()
    {
        var slow = new Quadratic();
        var fast = new Quadratic();
        using var optimizer = optim.SGD(
            [new SGD.ParamGroup([slow.X]), new SGD.ParamGroup { Parameters = [fast.X], Options = new SGD.Options { LearningRate = 0.05 } }],
            0.01);
        Assert.Equal([0.001, 0.05], optimizer.ParamGroups.Select(g => g.LearningRate));
        Assert.Equal([0.001, 0.05], optimizer.ParamGroups.Select(g => g.InitialLearningRate));
        slow.Loss().backward();
        fast.Loss().backward();
        optimizer.step();
        Assert.Equal(Quadratic.Start[0] - (0.001 * Quadratic.Slope(0, Quadratic.Start[0])), slow.X.data<double>()[0], 1e-12);
        Assert.Equal(Quadratic.Start[0] - (0.05 * Quadratic.Slope(0, Quadratic.Start[0])), fast.X.data<double>()[0], 1e-12);
    }

    [Fact]
    public void AGroupCanBeAddedLaterWithTheOptimizersSettings()
    {
        var a = new Quadratic();
        var b = new Quadratic();
        using var optimizer = optim.Adam([a.X], lr: 0.3);
        optimizer.add_param_group(new Adam.ParamGroup { Parameters = [b.X] });
        Assert.Equal([0.3, 0.3], optimizer.ParamGroups.Select(g => g.LearningRate));
        Assert.Equal(2, optimizer.parameters().Count());
        b.Loss().backward();
        optimizer.step();
        Assert.Equal(Quadratic.Start[1] - 0.3, b.X.data<double>()[1], 1e-6);
        Assert.Throws<ArgumentException>(() => optimizer.add_param_group(new SGD.ParamGroup { Parameters = [new Quadratic().X] }));
        Assert.Throws<ArgumentException>(() => optimizer.add_param_group(new Adam.ParamGroup { Parameters = [b.X] }));
    }

    [Fact]
    public void ChangedLearningRatesCount()
    {
        var problem = new Quadratic();
        using var optimizer = optim.SGD([("x", problem.X)], 0.01);
        foreach (optim.ILearningRateController group in optimizer.ParamGroups)
        {
            group.LearningRate = 0;
        }

        Assert.Equal(Quadratic.Start, problem.Run(optimizer, 3));
    }

    [Fact]
    public void StridedParametersAreStepped()
    {
        using Tensor storage = ones(3, 2);
        using var strided = new Parameter(storage.t());
        using var plain = new Parameter(ones(2, 3));
        using Tensor factors = arange(6, dtype: float32).reshape(2, 3);
        (strided * factors).sum().backward();
        (plain * factors).sum().backward();
        optim.Adam([strided, plain], 0.1).step();
        Assert.True(strided.allclose(plain));
        Assert.Equal(1, strided.data<float>()[0]);
        Assert.NotEqual(1, strided.data<float>()[1]);
    }

    [Fact]
    public void SettingsAreChecked()
    {
        Parameter[] p = [new Quadratic().X];
        Assert.Throws<ArgumentException>(() => optim.SGD(p, -1));
        Assert.Throws<ArgumentException>(() => optim.SGD(p, double.NaN));
        Assert.Throws<ArgumentException>(() => optim.SGD(p, 0.1, nesterov: true));
        Assert.Throws<ArgumentException>(() => optim.SGD(p, 0.1, 0.9, dampening: 0.1, nesterov: true));
        Assert.Throws<ArgumentException>(() => optim.Adam(p, beta1: 1));
        Assert.Throws<ArgumentException>(() => optim.Adam(p, beta2: -0.1));
        Assert.Throws<ArgumentException>(() => optim.AdamW(p, eps: -1));
        Assert.Throws<ArgumentException>(() => optim.RMSProp(p, alpha: double.NaN));
        Assert.Throws<ArgumentException>(() => optim.RMSProp(p, weight_decay: -1));
    }

    [Fact]
    public void StateOutlivesTheScopeThatTheFirstStepRanIn()
    {
        var problem = new Quadratic();
        var reference = new Quadratic();
        using var optimizer = optim.Adam([problem.X]);
        using var other = optim.Adam([reference.X]);
        using (NewDisposeScope())
        {
            problem.Run(optimizer, 5);
        }

        Assert.Equal(reference.Run(other, 10), problem.Run(optimizer, 5));
    }

    [Fact]
    public void GradientsAreClippedByNormAndByValue()
    {
        Parameter p = Weighted(3, 4);
        Assert.Equal(5, nn.utils.clip_grad_norm_([p], 1), 1e-6);
        Assert.Equal([0.6f, 0.8f], p.grad!.data<float>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-5);
        p = Weighted(3, 4);
        Assert.Equal(4, nn.utils.clip_grad_norm_([p, new Parameter(zeros(1))], 1, double.PositiveInfinity), 1e-6);
        Assert.Equal([0.75f, 1], p.grad!.data<float>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-5);
        p = Weighted(3, 4);
        Assert.Equal(7, nn.utils.clip_grad_norm_([p], 100, 1), 1e-6);
        Assert.Equal([3f, 4], p.grad!.data<float>().ToArray());
        nn.utils.clip_grad_value_([p], 3.5);
        Assert.Equal([3f, 3.5f], p.grad!.data<float>().ToArray());
        Assert.Equal(0, nn.utils.clip_grad_norm_([], 1));

        static Parameter Weighted(params float[] gradient)
        {
            var parameter = new Parameter(zeros(gradient.Length));
            (parameter * tensor(gradient)).sum().backward();
            return parameter;
        }
    }

    [Fact]
    public void ParametersGoIntoAVectorAndBack()
    {
        using Linear a = Linear(3, 2);
        using Linear b = Linear(3, 2);
        using Tensor vector = nn.utils.parameters_to_vector(a.parameters());
        Assert.Equal([8L], vector.shape);
        nn.utils.vector_to_parameters(vector, b.parameters());
        Assert.True(a.weight.allclose(b.weight, 0, 0) && a.bias!.allclose(b.bias!, 0, 0));
        Assert.Throws<ExternalException>(() => nn.utils.vector_to_parameters(ones(7), b.parameters()));
        vector.sum().backward();
        Assert.Equal(6, a.weight.grad!.sum().item<float>());
    }
}
