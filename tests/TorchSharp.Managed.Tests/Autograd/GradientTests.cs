using TorchSharp;
using static TorchSharp.torch;

namespace TorchSharp.Managed.Tests.Autograd;

/// <summary>Every differentiable operation against central differences: odd shapes, broadcasting, strided inputs.</summary>
public class GradientTests
{
    public static TheoryData<string> UnaryNames => [.. Unary.Keys];

    public static TheoryData<string> BinaryNames => [.. Binary.Keys];

    public static TheoryData<string> ShapeNames => [.. Shapes.Keys];

    private static readonly Dictionary<string, Func<Tensor, Tensor>> Unary = new()
    {
        ["abs"] = x => x.abs(),
        ["add number"] = x => x + 1.5,
        ["amax 1"] = x => x.amax([1]),
        ["amin 0, 2"] = x => x.amin([0, 2], true),
        ["clamp"] = x => x.clamp(-0.5, 0.7),
        ["clamp_min"] = x => x.clamp_min(0.1),
        ["cumsum 1"] = x => x.cumsum(1),
        ["divide by number"] = x => x / 3,
        ["divide number"] = x => 2 / (x.abs() + 1),
        ["exp"] = x => x.exp(),
        ["gelu"] = x => x.gelu(),
        ["log"] = x => (x.abs() + 0.5).log(),
        ["log_softmax 1"] = x => x.log_softmax(1),
        ["log_softmax 2"] = x => x.log_softmax(-1),
        ["max"] = x => x.max(),
        ["mean"] = x => x.mean(),
        ["mean 1"] = x => x.mean([1], true),
        ["min"] = x => x.min(),
        ["multiply number"] = x => x * -2,
        ["neg"] = x => -x,
        ["norm"] = x => x.norm(),
        ["norm 1 of a dimension"] = x => x.norm(1, true, 1f),
        ["norm 3"] = x => x.norm(3f),
        ["norm of infinity"] = x => x.norm(float.PositiveInfinity),
        ["pow 2"] = x => x.pow(2),
        ["pow 3"] = x => x.pow(3),
        ["pow 1.5"] = x => x.abs().pow(1.5),
        ["reciprocal"] = x => (x.abs() + 1).reciprocal(),
        ["relu"] = x => x.relu(),
        ["rsqrt"] = x => (x.abs() + 1).rsqrt(),
        ["sigmoid"] = x => x.sigmoid(),
        ["silu"] = x => x.silu(),
        ["softmax 0"] = x => x.softmax(0),
        ["softmax 2"] = x => x.softmax(2),
        ["sqrt"] = x => (x.abs() + 0.5).sqrt(),
        ["square"] = x => x.square(),
        ["std"] = x => x.std(),
        ["std 1"] = x => x.std(1, unbiased: false, keepdim: true),
        ["subtract from number"] = x => 1 - x,
        ["sum"] = x => x.sum(),
        ["sum 1"] = x => x.sum(1, true),
        ["sum 0, 2"] = x => x.sum([0, 2]),
        ["tanh"] = x => x.tanh(),
        ["var"] = x => x.var(false),
        ["var 0, 2"] = x => x.var((0, 2)),
    };

    private static readonly Dictionary<string, Func<Tensor, Tensor>> Shapes = new()
    {
        ["chunk"] = x => x.chunk(2, 2)[1] * 2,
        ["clone"] = x => x.clone(),
        ["contiguous"] = x => x.transpose(0, 1).contiguous(),
        ["expand"] = x => x.unsqueeze(1).expand(3, 2, 4, 5),
        ["flatten"] = x => x.flatten(1),
        ["narrow"] = x => x.narrow(1, 1, 2),
        ["permute"] = x => x.permute(2, 0, 1),
        ["reshape of a transpose"] = x => x.transpose(0, 2).reshape(-1, 4),
        ["cat with itself"] = x => torch.cat([x, x.exp(), x], 1),
        ["einsum diagonal"] = x => torch.einsum("ijj->ji", x.narrow(1, 0, 3).narrow(2, 0, 3)),
        ["gather"] = x => x.gather(1, tensor(new long[,,] { { { 1, 0 }, { 1, 1 } }, { { 0, 2 }, { 2, 2 } } })),
        ["index_select"] = x => x.index_select(1, tensor(new long[] { 2, 0, 2 })),
        ["index by mask"] = x => x[x.detach() > 0],
        ["index by numbers and ranges"] = x => x[1, TensorIndex.Slice(0, 3, 2), TensorIndex.None, ^1],
        ["index by tensors"] = x => x[TensorIndex.Tensor(tensor(new long[] { 0, -1, 0 })), TensorIndex.Colon, TensorIndex.Tensor(tensor(new long[,] { { 1 }, { 0 } }))],
        ["masked_select"] = x => x.masked_select(x.detach() > 0.2),
        ["quantile"] = x => x.quantile(tensor(new[] { 0.3, 0.9 }), 1, true),
        ["repeat"] = x => x.repeat(2, 1, 3, 1),
        ["select"] = x => x.select(1, -1),
        ["slice"] = x => x.slice(2, 1, 5, 2),
        ["split"] = x => x.split([2, 3], 2)[0],
        ["squeeze"] = x => x.narrow(0, 1, 1).squeeze(0),
        ["T"] = x => x.select(0, 1).T,
        ["stack"] = x => torch.stack([x, x * 2], -1),
        ["tril"] = x => x.tril(-1),
        ["triu"] = x => x.triu(1),
        ["transpose"] = x => x.transpose(-1, 0),
        ["unflatten"] = x => x.unflatten(1, 2, 2),
        ["view"] = x => x.contiguous().view(4, -1),
        ["masked_fill"] = x => x.masked_fill(x.detach() > 0.3, 7),
        ["used twice"] = x => (x * x) + (x * x.sum()),
    };

    private static readonly Dictionary<string, Func<Tensor, Tensor, Tensor>> Binary = new()
    {
        ["add"] = (x, y) => x + y,
        ["add alpha"] = (x, y) => x.add(y, 2.5),
        ["div"] = (x, y) => x / (y.abs() + 1),
        ["maximum"] = (x, y) => x.maximum(y),
        ["minimum"] = (x, y) => x.minimum(y),
        ["mul"] = (x, y) => x * y,
        ["pow"] = (x, y) => (x.abs() + 0.5).pow(y),
        ["sub"] = (x, y) => x - y,
        ["where"] = (x, y) => torch.where(x.detach() > 0, x, y),
        ["copy_"] = (x, y) => x.clone().copy_(y),
        ["add_"] = (x, y) => x.clone().add_(y),
        ["mul_"] = (x, y) => (x * 1).mul_(y),
        ["clamp by tensors"] = (x, y) => x.clamp(min: y),
    };

    [Theory]
    [MemberData(nameof(UnaryNames))]
    [MemberData(nameof(ShapeNames))]
    public void FunctionsOfOneTensor(string name)
    {
        Func<Tensor, Tensor> function = Unary.TryGetValue(name, out var found) ? found : Shapes[name];
        random.manual_seed(1);
        GradientCheck.Run(x => function(x[0]), randn(3, 4, 5, dtype: float64));

        // The same elements under other strides.
        GradientCheck.Run(x => function(x[0].permute(1, 2, 0)), randn(5, 3, 4, dtype: float64));
    }

    [Theory]
    [MemberData(nameof(BinaryNames))]
    public void FunctionsOfTwoTensors(string name)
    {
        Func<Tensor, Tensor, Tensor> function = Binary[name];
        random.manual_seed(2);
        GradientCheck.Run(x => function(x[0], x[1]), randn(3, 5, dtype: float64), randn(3, 5, dtype: float64));
        GradientCheck.Run(x => function(x[0], x[1]), randn(2, 3, 5, dtype: float64), randn(3, 1, dtype: float64));
        GradientCheck.Run(x => function(x[0].t(), x[1]), randn(5, 3, dtype: float64), randn(new long[] { 5 }, dtype: float64));
    }

    [Fact]
    public void MatrixProducts()
    {
        random.manual_seed(3);
        GradientCheck.Run(x => x[0].mm(x[1]), randn(3, 4, dtype: float64), randn(4, 5, dtype: float64));
        GradientCheck.Run(x => x[0].t().mm(x[1].t()), randn(4, 3, dtype: float64), randn(5, 4, dtype: float64));
        GradientCheck.Run(x => x[0].matmul(x[1]), randn(2, 3, 4, dtype: float64), randn(4, 5, dtype: float64));
        GradientCheck.Run(x => x[0].matmul(x[1]), randn(2, 1, 3, 4, dtype: float64), randn(3, 4, 2, dtype: float64));
        GradientCheck.Run(x => x[0].bmm(x[1].transpose(1, 2)), randn(2, 3, 4, dtype: float64), randn(2, 5, 4, dtype: float64));
        GradientCheck.Run(x => x[0].matmul(x[1]), randn(new long[] { 4 }, dtype: float64), randn(4, 5, dtype: float64));
        GradientCheck.Run(x => x[0].matmul(x[1]), randn(3, 4, dtype: float64), randn(new long[] { 4 }, dtype: float64));
        GradientCheck.Run(x => x[0].dot(x[1]), randn(new long[] { 4 }, dtype: float64), randn(new long[] { 4 }, dtype: float64));
        GradientCheck.Run(x => torch.outer(x[0], x[1]), randn(new long[] { 4 }, dtype: float64), randn(new long[] { 3 }, dtype: float64));
    }

    [Fact]
    public void EinsteinSums()
    {
        random.manual_seed(6);
        foreach (string equation in new[] { "ij,jk->ik", "ij,jk->ki", "ij,jk->", "ij,jk", "ij,jk->ijk", "ij,jk->j" })
        {
            GradientCheck.Run(x => torch.einsum(equation, x), randn(3, 4, dtype: float64), randn(4, 5, dtype: float64));
        }

        GradientCheck.Run(x => torch.einsum("...ij,...jk->...ik", x), randn(2, 1, 3, 4, dtype: float64), randn(3, 4, 2, dtype: float64));
        GradientCheck.Run(x => torch.einsum("bi,ij,bj->b", x), randn(2, 3, dtype: float64), randn(3, 4, dtype: float64), randn(2, 4, dtype: float64));
    }

    [Fact]
    public void WritingByIndex()
    {
        random.manual_seed(7);
        GradientCheck.Run(
            x =>
            {
                Tensor y = x[0] * 2;
                y[1] = x[1];
                y[TensorIndex.Colon, TensorIndex.Slice(0, 2)] = x[1].select(0, 2);
                y[tensor(new long[] { 0, 2 })] = x[1] * 3;
                return y.exp();
            },
            randn(3, 4, dtype: float64),
            randn(new long[] { 4 }, dtype: float64));
        GradientCheck.Run(x => x[0].index_add(1, tensor(new long[] { 0, 3, 0 }), x[1], 2), randn(3, 4, dtype: float64), randn(3, 3, dtype: float64));
    }

    [Fact]
    public void WritingIntoAViewChangesTheHistoryOfItsBase()
    {
        random.manual_seed(4);
        GradientCheck.Run(
            x =>
            {
                Tensor y = x[0] * 3;
                y.select(0, 1).mul_(x[1]);
                return y.square() + y.select(0, 1).sum();
            },
            randn(3, 4, dtype: float64),
            randn(new long[] { 4 }, dtype: float64));
    }

    [Fact]
    public void AViewSeesWhatItsBaseHasBecome()
    {
        random.manual_seed(5);
        GradientCheck.Run(
            x =>
            {
                Tensor y = x[0] * 3;
                Tensor view = y.select(1, 2);
                y.mul_(x[0]);
                return view.exp();
            },
            randn(3, 4, dtype: float64));
    }

    [Fact]
    public void TheCheckItselfFindsAWrongGradient() =>
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => GradientCheck.Run(x => x[0] * x[0].detach(), randn(2, 3, dtype: float64)));
}
