using static TorchSharp.torch;

namespace TorchSharp.Managed.Tests.Goldens.Families;

/// <summary>Tensors made from numbers.</summary>
internal static class Factories
{
    internal static void AddTo(OperationTable table)
    {
        table.Add("arange", ("torch.arange", c => torch.arange(c.Number("start"), c.Number("stop"), c.Number("step"), c.Type)));
        table.Add("linspace", ("torch.linspace", c => torch.linspace(c.Number("start"), c.Number("stop"), c.Whole("steps"), c.Type)));
        table.Add("eye", ("torch.eye", c => torch.eye(c.Whole("rows"), c.Whole("columns"), c.Type)));
        table.Add("full", ("torch.full", c => torch.full(c.Wholes("shape"), c.Number("value"), c.Type)), ("torch.full_like", c => torch.full_like(torch.empty(c.Wholes("shape"), c.Type), c.Number("value"))), ("torch.nn.init.constant_", c => nn.init.constant_(torch.empty(c.Wholes("shape"), c.Type), c.Number("value"))));
        table.Add("ones", ("torch.ones", c => torch.ones(c.Wholes("shape"), c.Type)), ("torch.ones_like", c => torch.ones_like(torch.empty(c.Wholes("shape"), c.Type))), ("torch.nn.init.ones_", c => nn.init.ones_(torch.empty(c.Wholes("shape"), c.Type))));
        table.Add("zeros", ("torch.zeros", c => torch.zeros(c.Wholes("shape"), c.Type)), ("torch.zeros_like", c => torch.zeros_like(torch.empty(c.Wholes("shape"), c.Type))), ("torch.nn.init.zeros_", c => nn.init.zeros_(torch.empty(c.Wholes("shape"), c.Type))));
        table.Add("one_hot", ("torch.nn.functional.one_hot", c => nn.functional.one_hot(c.X[0], c.Whole("classes"))));
    }
}
