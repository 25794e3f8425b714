namespace DtcGen.Generators.Writing.Members;

/// <summary>Writes the choice among groups that several members make.</summary>
internal static class GroupSwitch
{
    /// <summary>The number of the group that a caller named.</summary>
    public static string Index(WritingContext context) => $"{context.Types[GeneratedNames.GroupIndex]}.Of(group, {context.NeuronGroups})";

    /// <summary>The head of a switch expression over it.</summary>
    public static string Head(WritingContext context) => $"{Index(context)} switch";
}
