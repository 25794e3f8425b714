using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Managed.Tests.Goldens.Families;

/// <summary>Products of matrices, and the linear layer.</summary>
internal static class Products
{
    internal static void AddTo(OperationTable table)
    {
        table.Add("matmul", ("torch.Tensor.matmul", c => c.X[0].matmul(c.X[1])), ("torch.matmul", c => torch.matmul(c.X[0], c.X[1])));
        table.Add("mm", ("torch.Tensor.mm", c => c.X[0].mm(c.X[1])), ("torch.mm", c => torch.mm(c.X[0], c.X[1])));
        table.Add("bmm", ("torch.Tensor.bmm", c => c.X[0].bmm(c.X[1])), ("torch.bmm", c => torch.bmm(c.X[0], c.X[1])));
        table.Add("dot", ("torch.Tensor.dot", c => c.X[0].dot(c.X[1])), ("torch.dot", c => torch.dot(c.X[0], c.X[1])));
        table.Add("outer", ("torch.outer", c => torch.outer(c.X[0], c.X[1])));
        table.Add("einsum", ("torch.einsum", c => torch.einsum(c.Text("equation"), c.X)));
        table.Add("linear", ("torch.nn.functional.linear", c => F.linear(c.X[0], c.X[1], c.Optional(2))), ("torch.nn.Linear", Layer));
    }

    private static Tensor Layer(GoldenCall c) =>
        c.Run(c.X.Length == 3 ? nn.Linear(c.Parameter(1), c.Parameter(2)) : nn.Linear(c.Parameter(1)));
}
