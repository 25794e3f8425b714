namespace DtcGen.Generators.Tests.Harness;

/// <summary>
/// The members of each topology's groups, written down by reading its source: a layer that makes the neurons (&gt;), has
/// something for each of them (=), or takes them (&lt;).
/// </summary>
internal static class TopologyMembers
{
    public static IReadOnlyDictionary<string, string[]> All { get; } = new Dictionary<string, string[]>
    {
        ["LeNet"] = ["conv1> conv2<", "conv2> fc1<", "fc1> fc2<", "fc2> fc3<"],
        ["Vgg"] =
        [
            "features.0> features.1= features.3<",
            "features.3> features.4= features.7.0<",
            "features.7.0> features.7.1= classifier.fc<",
            "classifier.fc> classifier.norm= classifier.out<",
        ],
        ["ResNet"] =
        [
            "stem> norm= layer1.0.conv1< layer1.0.conv2> layer1.0.bn2= layer1.1.conv1< layer1.1.conv2> layer1.1.bn2= layer2.down.conv1< layer2.down.shortcut.0<",
            "layer1.0.conv1> layer1.0.bn1= layer1.0.conv2<",
            "layer1.1.conv1> layer1.1.bn1= layer1.1.conv2<",
            "layer2.down.conv1> layer2.down.bn1= layer2.down.conv2<",
            "layer2.down.conv2> layer2.down.bn2= layer2.down.shortcut.0> layer2.down.shortcut.1= layer2.same.conv1< layer2.same.conv2> layer2.same.bn2= fc<",
            "layer2.same.conv1> layer2.same.bn1= layer2.same.conv2<",
        ],
        ["Bottleneck"] =
        [
            "stem> blocks.0.body.0< blocks.0.project<",
            "blocks.0.body.0> blocks.0.body.1= blocks.0.body.3<",
            "blocks.0.body.3> blocks.0.body.4= blocks.0.body.6<",
            "blocks.0.body.6> blocks.0.body.7= blocks.0.project> blocks.1.body.0< blocks.1.body.6> blocks.1.body.7= head<",
            "blocks.1.body.0> blocks.1.body.1= blocks.1.body.3<",
            "blocks.1.body.3> blocks.1.body.4= blocks.1.body.6<",
        ],
        ["MobileNet"] =
        [
            "stem> first.expand< first.project> second.expand<",
            "first.expand> first.depth= first.norm= first.project<",
            "second.expand> second.depth= second.norm= second.project<",
            "second.project> head<",
        ],
        ["DenseNet"] =
        [
            "stem> grow1< norm2= grow2< norm3= merge<",
            "grow1> norm2= grow2< norm3= merge<",
            "grow2> norm3= merge<",
            "merge> head<",
        ],
        ["SqueezeAndExcitation"] = ["conv> squeeze< excite> next<", "squeeze> excite<", "next> head<"],
        ["Inception"] = ["left> after<", "middle.0> middle.2<", "middle.2> after<", "right> after<", "after> head<"],
        ["Mixer"] = ["token1> token2<", "channel1> channel2<"],
        ["Transformer"] = ["q> k> v> o<", "up> down<"],
        ["TextClassifier"] = ["words> hidden<", "hidden> head<"],
        ["Signals"] = ["conv1> norm1= conv2<", "conv2> head<"],
        ["GroupedConvolution"] = ["conv1> grouped<", "grouped> last<", "last> head<"],
        ["FlattenedConcatenation"] = ["left> head<", "right> head<"],
        ["UNet"] = ["enter> norm= down< leave<", "down> bottom< up<", "bottom> up<", "up> leave<", "leave> classes<"],
        ["TwoInputsTwoOutputs"] = ["image> joint<", "facts> joint<", "joint> first< second<"],
        ["TwoHeads"] = ["trunk.0> trunk.1= trunk.3<", "trunk.3> kind.0< place.0<", "kind.0> kind.2<", "place.0> place.2<"],
        ["CausalAttention"] = ["q> k> v> o<"],
        ["Gated"] = ["gate> act= next<", "next> head<"],
        ["Assorted"] = ["stem> depth= tall<", "tall> mix<"],
        ["VisionTransformer"] = ["up> down<"],
        ["Cropped"] = ["conv> next<", "next> head<"],
    };

    /// <summary>A group's members as the model lists them, in the same words.</summary>
    public static string Describe(NeuronGroup group)
        => string.Join(' ', group.Members.Select(static member => member.Layer + member.Role switch
        {
            NeuronRole.Producer => ">",
            NeuronRole.PerNeuron => "=",
            _ => "<",
        }));
}
