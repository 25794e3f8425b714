using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Managed.Tests.Modules;

/// <summary>Lists and dictionaries of modules and parameters.</summary>
public class ContainerTests
{
    [Fact]
    public void AListRenamesWhatMoves()
    {
        using Linear a = Linear(1, 1), b = Linear(1, 2), c = Linear(1, 3);
        ModuleList<Linear> list = ModuleList<Linear>(a, c);
        list.Insert(1, b);
        Assert.Equal([a, b, c], list);
        Assert.Equal(["0", "1", "2"], list.named_children().Select(n => n.name));
        Assert.Same(b, list.named_children().ElementAt(1).module);
        Assert.True(list.Remove(a));
        Assert.False(list.Remove(a));
        Assert.Equal(["0.weight", "0.bias", "1.weight", "1.bias"], list.named_parameters().Select(p => p.name));
        list[0] = a;
        Assert.Same(a, list[0]);
        Assert.Equal(1, list.IndexOf(c));
        list.RemoveAt(0);
        list.append(a, b);
        Assert.Equal([c, a, b], list);
        list.Clear();
        Assert.Empty(list);
        Assert.Empty(list.named_parameters());
    }

    [Fact]
    public void ADictionaryKeepsTheOrderOfItsNames()
    {
        using Linear a = Linear(1, 1), b = Linear(1, 2), c = Linear(1, 3);
        ModuleDict<Linear> map = ModuleDict<Linear>(("z", a), ("y", b));
        map.Add("x", c);
        Assert.Equal(["z", "y", "x"], map.keys());
        Assert.Equal([a, b, c], map.values());
        Assert.Equal(("y", b), map[1]);
        map["y"] = c;
        Assert.Equal(["z", "y", "x"], map.named_children().Select(n => n.name));
        Assert.Same(c, map["y"]);
        Assert.True(map.Remove("z"));
        Assert.False(map.ContainsKey("z"));
        Assert.Equal(2, map.Count);
        Assert.True(map.TryGetValue("x", out Linear? found));
        Assert.Same(c, found);
        Assert.Throws<ArgumentException>(() => map.Add("x", a));
        map.Insert(0, ("w", a));
        Assert.Equal(["w", "y", "x"], map.Select(((string Name, Linear Module) e) => e.Name));
    }

    [Fact]
    public void AParameterListIsTrained()
    {
        var list = new ParameterList(new Parameter(ones(2)), new Parameter(ones(3)));
        Assert.Equal(["0", "1"], list.named_parameters().Select(p => p.name));
        (list[0].sum() + (list[1] * 2).sum()).backward();
        Assert.Equal(2, list[1].grad!.data<float>()[0]);
        Assert.Equal(1, list.IndexOf(list[1]));
        list.RemoveAt(0);
        Assert.Equal(["0"], list.named_parameters().Select(p => p.name));
    }
}
