using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Managed.Tests.Autograd;

/// <summary>
/// A rectifier behind a batch normalization gives the gradients that the two give apart, whatever else happens to the
/// tensor between them. "Apart" is a multiplication by one in between.
/// </summary>
public sealed class RectifiedNormalizationTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Same_gradients_as_apart(bool training)
    {
        Gradients together = Run(training, static y => functional.relu(y));
        Gradients apart = Run(training, static y => functional.relu(y.mul(1)));
        Assert.Contains(together.ToInput, static g => g != 0);
        Same(apart, together);
    }

    [Fact]
    public void Same_gradients_in_place()
        => Same(Run(true, static y => functional.relu(y.mul(1))), Run(true, static y => y.relu_()));

    [Fact]
    public void A_second_use_before_the_rectifier()
        => Same(Run(true, static y => y.mul(3) + functional.relu(y.mul(1))), Run(true, static y => y.mul(3) + functional.relu(y)));

    [Fact]
    public void A_second_use_behind_the_rectifier()
        => Same(Run(true, static y => functional.relu(y.mul(1)) + y.mul(3)), Run(true, static y => functional.relu(y) + y.mul(3)));

    [Fact]
    public void Two_rectifiers_of_one_tensor()
        => Same(Run(true, static y => functional.relu(y.mul(1)).mul(2) + functional.relu(y.mul(1))), Run(true, static y => functional.relu(y).mul(2) + functional.relu(y)));

    [Fact]
    public void What_is_written_between_counts()
    {
        Gradients plain = Run(true, static y => functional.relu(y));
        Gradients turned = Run(true, static y =>
        {
            using (no_grad())
            {
                y.mul_(-1);
            }

            return functional.relu(y);
        });

        // The turn is not recorded: the gradient passes where y was negative, but of −y.
        Gradients unturned = Run(true, static y => y.mul((y < 0).to(y.dtype)));
        Same(new(Minus(unturned.ToInput), Minus(unturned.ToWeight), Minus(unturned.ToBias)), turned);
        Assert.NotEqual(plain.ToBias, turned.ToBias);
    }

    [Fact]
    public void A_change_of_the_result_is_refused()
        => Assert.Contains("modified by an inplace operation", Assert.ThrowsAny<Exception>(() => Run(true, static y =>
        {
            Tensor result = functional.relu(y);
            using (no_grad())
            {
                result.add_(1);
            }

            return result;
        })).Message);

    [Fact]
    public void Twice_through_a_retained_graph_and_then_no_more()
    {
        using Tensor x = Input();
        using BatchNorm2d norm = BatchNorm2d(3);
        using Tensor loss = functional.relu(norm.call(x)).pow(2).sum();
        loss.backward(retain_graph: true);
        float[] once = x.grad!.data<float>().ToArray();
        loss.backward();
        Assert.Equal(once.Select(static g => 2 * g), x.grad!.data<float>().ToArray());
        Assert.ThrowsAny<Exception>(() => loss.backward());
    }

    [Fact]
    public void The_gradient_of_what_lies_between()
    {
        using Tensor x = Input();
        using BatchNorm2d norm = BatchNorm2d(3);
        using Tensor y = norm.call(x);
        functional.relu(y).sum().backward(inputs: [y]);
        Assert.Equal(y.data<float>().ToArray().Select(static v => v > 0 ? 1f : 0f), y.grad!.data<float>().ToArray());
    }

    private static Gradients Run(bool training, Func<Tensor, Tensor> rectify)
    {
        using var scope = NewDisposeScope();
        using Tensor x = Input();
        using BatchNorm2d norm = BatchNorm2d(3);
        norm.train(training);
        using (no_grad())
        {
            norm.weight!.copy_(tensor(new[] { 0.5f, -2f, 1f }));
            norm.bias!.copy_(tensor(new[] { 0.1f, -0.3f, 0f }));
        }

        rectify(norm.call(x)).pow(2).sum().backward();
        return new(Values(x), Values(norm.weight!), Values(norm.bias!));

        static float[] Values(Tensor t) => t.grad!.data<float>().ToArray();
    }

    private static float[] Minus(float[] values) => Array.ConvertAll(values, static v => -v);

    private static Tensor Input()
    {
        manual_seed(5);
        return randn(4, 3, 5, 7).requires_grad_();
    }

    private static void Same(Gradients expected, Gradients actual)
    {
        Close(expected.ToInput, actual.ToInput);
        Close(expected.ToWeight, actual.ToWeight);
        Close(expected.ToBias, actual.ToBias);

        static void Close(float[] expected, float[] actual)
        {
            for (int i = 0; i < expected.Length; i++)
            {
                Assert.True(Math.Abs(expected[i] - actual[i]) <= 1e-4 * (1 + Math.Abs(expected[i])), $"[{i}]: {expected[i]} expected, but {actual[i]} found");
            }
        }
    }

    private sealed record Gradients(float[] ToInput, float[] ToWeight, float[] ToBias);
}
