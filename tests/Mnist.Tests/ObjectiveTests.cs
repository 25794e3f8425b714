using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Samples.Mnist.Tests;

public sealed class ObjectiveTests
{
    private const double Lambda = 0.25;

    [Fact]
    public void ItAddsTheRatioOfNormsOfEachLayerAndFollowsAClip()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        using var model = new Mlp();
        Tensor scores = randn(7, 10), targets = tensor([0L, 1, 2, 3, 4, 5, 6]);
        var plain = Value(Objective.Create(model, 0));
        var objective = Objective.Create(model, Lambda);

        var whole = Term();
        Assert.Equal(plain + Lambda * whole, Value(objective), 1e-3);
        model.Clip(model.Groups[0], [0, 3, 500]);
        Assert.NotEqual(whole, Term(), 10.0);
        Assert.Equal(plain + Lambda * Term(), Value(objective), 1e-3);

        double Value(Func<Tensor, Tensor, Tensor> loss) => loss(scores, targets).item<float>();

        double Term()
        {
            double sum = 0;
            foreach (var parameter in model.parameters())
            {
                var weights = Array.ConvertAll(parameter.detach().contiguous().data<float>().ToArray(), weight => (double)weight);
                sum += weights.Sum(Math.Abs) / Math.Sqrt(weights.Sum(weight => weight * weight));
            }

            return sum;
        }
    }
}
