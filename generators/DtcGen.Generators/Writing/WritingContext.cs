using System.Collections.Immutable;
using DtcGen.Generators.Collections;
using DtcGen.Generators.Grouping;
using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Writing;

/// <summary>What the writers of a model's members share: the model, and the names given to members generated into it.</summary>
internal sealed class WritingContext
{
    // Parameters and locals of generated members: a field of that name is written with 'this.'.
    public static readonly ImmutableHashSet<string> Locals =
        ["group", "keep", "map", "clip", "graph", "inputs", "scope", "noGrad", "previous", "next"];

    private readonly HashSet<string> _userMembers;

    public WritingContext(GroupedModel model)
    {
        Model = model;
        _userMembers = new HashSet<string>(model.Class.Members, StringComparer.Ordinal);
        Types = new TypeNames(model.Class);
        MemberNames = new Names(model.Class.Members
            .Concat(["Groups", "Pinned", "CountNeurons", "SumRays", "Clip", "OnnxInputs", "AddTo"])
            .Concat(GeneratedNames.Called.Select(GeneratedNames.Simple)));
        NeuronGroups = MemberNames.Unique("NeuronGroups");
        PinnedLayers = MemberNames.Unique("PinnedLayers");
        Paths = new ModulePaths(Types, MemberNames);
        Access = [.. model.Graph.Layers.Select(Paths.Access)];
        GroupMethods = [.. model.Groups.Select(group => Names.Pascal(group.Name))];
    }

    public GroupedModel Model { get; }

    /// <summary>How types are named.</summary>
    public TypeNames Types { get; }

    /// <summary>The ways to the layers.</summary>
    public ModulePaths Paths { get; }

    /// <summary>The names of members: the user's, and those generated so far.</summary>
    public Names MemberNames { get; }

    public string NeuronGroups { get; }

    public string PinnedLayers { get; }

    /// <summary>How to reach each layer of the graph.</summary>
    public ImmutableArray<string> Access { get; }

    /// <summary>What each group's methods are called, after their verb.</summary>
    public ImmutableArray<string> GroupMethods { get; }

    /// <summary>A field of the model, as generated members write it.</summary>
    public static string Field(string name)
    {
        var identifier = Reading.CSharpText.Identifier(name);
        return Locals.Contains(name) ? $"this.{identifier}" : identifier;
    }

    /// <summary>
    /// How a member of an interface is declared: public, or explicitly when the class has a member of that name.
    /// </summary>
    public string Declare(string type, string owner, string member, string rest = "")
        => _userMembers.Contains(member) ? $"{type} {owner}.{member}{rest}" : $"public {type} {member}{rest}";

    /// <summary>A parameter's default, which an explicit implementation must not repeat.</summary>
    public string Default(string member, string value) => _userMembers.Contains(member) ? string.Empty : $" = {value}";

    /// <summary>An interface's member, as generated code calls it.</summary>
    public string Call(string owner, string member)
        => _userMembers.Contains(member) ? $"(({owner})this).{member}" : member;

    /// <summary>How many outputs a layer has now.</summary>
    public string Outputs(int layer) => IsEmbedding(layer)
        ? $"{Types[GeneratedNames.LayerSizes]}.Features({Access[layer]})"
        : $"{Access[layer]}.weight.shape[0]";

    /// <summary>A layer's weight, which an embedding declares as if it could be missing.</summary>
    public string Weight(int layer) => $"{Access[layer]}.weight{(IsEmbedding(layer) ? "!" : string.Empty)}";

    /// <summary>A layer as the clip takes it: its name and itself.</summary>
    public string Clipped(int layer) => $"{Reading.CSharpText.Literal(Model.Graph.Layers[layer].Name)}, {Access[layer]}";

    public Layer Layer(Member member) => Model.Graph.Layers[member.Layer];

    private bool IsEmbedding(int layer) => Model.Graph.Layers[layer].Kind == LayerKind.Embedding;
}
