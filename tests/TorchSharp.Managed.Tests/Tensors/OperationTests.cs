using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace TorchSharp.Managed.Tests.Tensors;

/// <summary>Values and types that were read off libtorch, or follow from a definition.</summary>
public class OperationTests
{
    private static readonly Tensor X = arange(12).reshape(3, 4).to(float32);

    [Fact]
    public void TypesArePromoted()
    {
        Assert.Equal(ScalarType.Float32, (X + tensor(1.0)).dtype);
        Assert.Equal(ScalarType.Float64, (X + ones(1, dtype: float64)).dtype);
        Assert.Equal(ScalarType.Float32, (tensor(2) + 1.5).dtype);
        Assert.Equal(ScalarType.Float32, (tensor(3) / 2).dtype);
        Assert.Equal(ScalarType.Int16, (ones(2, dtype: uint8) + ones(2, dtype: int8)).dtype);
        Assert.Equal(ScalarType.Int64, ones(2, dtype: @bool).sum().dtype);
        Assert.Equal(ScalarType.Bool, (ones(2, dtype: @bool) + ones(2, dtype: @bool)).dtype);
        Assert.Equal(ScalarType.Int32, tensor(3).dtype);
        Assert.Equal(ScalarType.Float64, tensor(1.0).dtype);
        Assert.Equal(ScalarType.Float32, arange(0, 5.0, 1).dtype);
        Assert.Equal(ScalarType.Int64, arange(5).dtype);
        Assert.Equal(ScalarType.Float32, cat([ones(1), ones(1, dtype: int64)]).dtype);
    }

    [Fact]
    public void ElementsAreReadInTheirOwnTypeOnly()
    {
        Assert.Throws<ArgumentException>(() => tensor(1.0).item<float>());
        Assert.Throws<ArgumentException>(() => X.data<double>());
        Assert.Throws<ArgumentException>(() => X.item<float>());
        Assert.Equal([0f, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11], X.t().data<float>().ToArray());
        Assert.Equal(7f, X.t().data<float>()[3, 1]);
        Assert.Throws<IndexOutOfRangeException>(() => X.data<float>()[3, 0]);
        Assert.Equal(6, (int)X[1, 2]);
    }

    [Fact]
    public void ViewsShareTheirStorage()
    {
        Tensor x = zeros(3, 4);
        x.t()[1].fill_(5);
        x.view(2, 6).select(0, 0).narrow(0, 0, 1).add_(1);
        Assert.Equal([1f, 5, 0, 0, 0, 5, 0, 0, 0, 5, 0, 0], x.data<float>().ToArray());
        Assert.Equal([1L, 4], X.t().relu().stride());
        Assert.Equal([1L, 6, 3], X.reshape(2, 2, 3).permute(2, 0, 1).clone().stride());
        Assert.Equal([2L, 1], X[TensorIndex.Colon, TensorIndex.Slice(0, 2)].clone().stride());
    }

    [Fact]
    public void IndexingFollowsNumPy()
    {
        Assert.Equal([6L], X[X > 5].shape);
        Tensor four = zeros(2, 3, 4, 5);
        TensorIndex pair = TensorIndex.Tensor(tensor(new long[] { 0, 1 }));
        Assert.Equal([2L, 3, 5], four[pair, TensorIndex.Colon, pair].shape);
        Assert.Equal([2L, 2, 5], four[TensorIndex.Colon, pair, pair].shape);
        Assert.Equal([2L, 3, 4], four[TensorIndex.Ellipsis, 1].shape);
        Assert.Equal([1L, 2, 3, 2, 5], four[TensorIndex.None, .., .., 1..3].shape);
        Assert.Equal([0L, 2, 3, 4, 5], four[TensorIndex.Bool(false)].shape);
        Tensor z = zeros(2, 2);
        z[0] = 5;
        z[TensorIndex.Colon, 1] = tensor(new[] { 7f, 8 });
        z[z > 6] = -1;
        Assert.Equal([5f, -1, 0, -1], z.data<float>().ToArray());
    }

    [Fact]
    public void ReductionsOverAnyStrides()
    {
        random.manual_seed(11);
        Tensor x = randn(7, 130, 9, dtype: float64);
        double[] values = x.data<double>().ToArray();
        foreach (long[] order in new long[][] { [0, 1, 2], [2, 1, 0], [1, 0, 2] })
        {
            Tensor p = x.permute(order);
            for (int d = 0; d < 3; d++)
            {
                Tensor sum = p.sum(d);
                Tensor max = p.amax([d]);
                Tensor first = p.argmax(d);
                Assert.Equal(values.Sum(), sum.sum().item<double>(), 1e-10);
                Assert.Equal(values.Max(), max.max().item<double>());
                Assert.True(p.gather(d, first.unsqueeze(d)).squeeze(d).eq(max).all().item<bool>());
                double expected = 0;
                for (long i = 0; i < p.shape[d]; i++)
                {
                    expected += p.select(d, i)[0, 1].item<double>();
                }

                Assert.Equal(expected, sum[0, 1].item<double>(), 1e-12);
            }
        }
    }

    [Fact]
    public void LargeSumsStayExact() =>
        Assert.Equal(16777217 * 3.0, full(new long[] { 3, 16777217 }, 1f).sum(1).to(float64).sum().item<double>(), 6.0);

    [Fact]
    public void NotANumberAndEmptyTensors()
    {
        Tensor x = tensor(new[] { 1f, float.NaN, 3 });
        Assert.Equal(1L, x.argmax().item<long>());
        Assert.True(float.IsNaN(x.max().item<float>()));
        Assert.True(float.IsNaN(tensor(new[] { 1f }).var().item<float>()));
        Assert.Equal(0f, zeros(0).sum().item<float>());
        Assert.True(zeros(0).all().item<bool>());
        Assert.False(zeros(0).any().item<bool>());
        Assert.Equal([true, false, true], x.isfinite().data<bool>().ToArray());
        Fails("input.numel() == 0", () => zeros(0).max());
        Assert.Equal([0L, 3], zeros(0, 4).mm(zeros(4, 3)).shape);
        Assert.Equal([0f, 0], zeros(2, 0).matmul(zeros(0)).data<float>().ToArray());
    }

    [Fact]
    public void QuantilesAndNorms()
    {
        Assert.Empty(X.quantile(tensor(0.5f)).shape);
        Assert.Equal(5.5f, X.quantile(tensor(0.5f)).item<float>());
        float[] rows = X.quantile(tensor(new[] { 0.5f, 0.1f }), 1).data<float>().ToArray();
        float[] expected = [1.5f, 5.5f, 9.5f, 0.3f, 4.3f, 8.3f];
        Assert.All(expected.Zip(rows), static p => Assert.Equal(p.First, p.Second, 1e-5f));
        Assert.Equal([0L, 3], X.quantile(zeros(0), 1).shape);
        Assert.Equal(22.494444f, X.norm().item<float>(), 1e-5f);
        Assert.Equal(66f, X.norm(1f).item<float>());
        Assert.Equal(11f, X.norm(float.PositiveInfinity).item<float>());
        Assert.Equal([0L, 1, 3, 6, 4, 9, 15, 22, 8, 17, 27, 38], X.to(int64).cumsum(1).data<long>().ToArray());
        Assert.Equal([1L, 2, 0], tensor(new[] { 3f, 1, 2 }).argsort().data<long>().ToArray());
        Assert.Equal([0L, 2, 1], tensor(new[] { 3f, 1, 2 }).argsort(descending: true).data<long>().ToArray());
        Assert.Equal([8L, 3], pow(tensor(new long[] { 2, 3 }), tensor(new long[] { 3, 1 })).data<long>().ToArray());
    }

    [Fact]
    public void QuotientsAreRoundedAsAsked()
    {
        Tensor x = tensor(new long[] { 7, -7, 8 });
        Assert.Equal([3L, -3, 4], x.div(2, RoundingMode.trunc).data<long>().ToArray());
        Assert.Equal([3L, -4, 4], x.div(2, RoundingMode.floor).data<long>().ToArray());
        Assert.Equal([-3.5f, 3.5f, -4], x.div(-2).data<float>().ToArray());
        Assert.Equal([-4f, 3, -4], x.to(float32).div(tensor(-2f), RoundingMode.floor).data<float>().ToArray());
        Fails("division by zero", () => x.div(0, RoundingMode.floor));
    }

    [Theory]
    [InlineData(1, 40, 50)]
    [InlineData(3, 17, 16)]
    [InlineData(2, 300, 201)]
    public void TransposedCopies(int batch, int rows, int columns)
    {
        foreach (ScalarType dtype in new[] { float32, int64, uint8 })
        {
            Tensor x = arange(batch * rows * columns).reshape(batch, rows, columns).to(dtype);
            Tensor copy = x.transpose(1, 2).contiguous();
            Assert.True(copy.is_contiguous());
            Assert.True(copy[batch - 1, columns - 1].eq(x[batch - 1, TensorIndex.Colon, columns - 1]).all().item<bool>());
            Assert.True(copy.transpose(1, 2).eq(x).all().item<bool>());
        }
    }

    [Fact]
    public void Texts()
    {
        Assert.Equal("[3x4], type = Float32, device = cpu", X.ToString());
        Assert.Equal("[[-0.5, 0.25]\n [1.5, 3]]", tensor(new[,] { { -0.5f, 0.25f }, { 1.5f, 3 } }).ToString(TensorStringStyle.Numpy, newLine: "\n"));
        Assert.Equal("[2x2], type = Float32, device = cpu\n -0.5 0.25\n  1.5    3\n", tensor(new[,] { { -0.5f, 0.25f }, { 1.5f, 3 } }).ToString(true, newLine: "\n"));
        Assert.Equal("[0, 1, 2, ... 37, 38, 39]", arange(40).ToString(TensorStringStyle.Numpy));
        Assert.Equal("[3], type = Int64, device = cpu, value = long [] {1L, -2L, 300L}", tensor(new[] { 1L, -2, 300 }).ToString(TensorStringStyle.CSharp));
        Assert.EndsWith(" 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 ...\n", arange(40).ToString(TensorStringStyle.Julia, width: 60, newLine: "\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void WrongShapesAndTypesAreNamed()
    {
        Fails("(3x4 and 2x3)", () => X.mm(ones(2, 3)));
        Fails("[2, 3, 4] and [5, 5, 6] cannot be multiplied", () => ones(2, 3, 4).matmul(ones(5, 5, 6)));
        Fails("must match the size of tensor b (3)", () => (X + ones(3)).Dispose());
        Fails("shape '[5]' is invalid for input of size 12", () => X.view(5));
        Fails("Use .reshape", () => X.t().view(12));
        Fails("index 5 out of range for tensor of size [3, 4]", () => X[5].Dispose());
        Fails("out of range (expected to be in range of [-2, 1], but got 5)", () => X.sum(5));
        Fails("expected m1 and m2 to have the same dtype", () => X.mm(ones(4, 2, dtype: float64)));
        Fails("doesn't match the broadcast shape [3, 2]", () => ones(2).add_(ones(3, 2)));
        Fails("can't be cast to the desired output type Long", () => ones(2, dtype: int64).add_(0.5));
        Fails("more than one element", () => ones(1).expand(3).add_(1));
        Fails("Sizes of tensors must match except in dimension 0", () => cat([X, ones(2, 3)]));
        Fails("non-negative", () => zeros(-1));
        Fails("index 7 is out of bounds for dimension 0 with size 3", () => X[tensor(new long[] { 7 })].Dispose());
        Fails("not implemented for 'Long'", () => ones(2, dtype: int64).softmax(0));
        Assert.Throws<InvalidOperationException>(() => X.to("cuda"));
        Assert.Throws<ArgumentException>(() => tensor(new[] { 1f, 2 }, [3]));
    }

    private static void Fails(string part, Action action) =>
        Assert.Contains(part, Assert.Throws<ExternalException>(action).Message, StringComparison.Ordinal);
}
