using DtcGen.Generators.Collections;

namespace DtcGen.Generators.Grouping;

/// <summary>Neurons that leave together.</summary>
/// <param name="Name">The name of the first layer that produces them.</param>
/// <param name="Counter">A producer whose size tells how many there are.</param>
/// <param name="Members">Every layer that has a part in them, in forward order.</param>
internal sealed record Group(string Name, Member Counter, EquatableArray<Member> Members)
{
    public IEnumerable<Member> Producers => Members.Where(static member => member.Role == Role.Producer);

    public IEnumerable<Member> Consumers => Members.Where(static member => member.Role == Role.Consumer);
}
