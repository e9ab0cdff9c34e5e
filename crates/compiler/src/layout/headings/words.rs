//! The wordings of column headings seen in the field, and what each stands for. A list of words; decides nothing.

use yinuo_model::Role;

use super::Column;

/// What a column holds, and the headings that say so, besides the labels of owners (`roles::LABELS`).
pub const WORDS: &[(Column, &[&str])] = &[
    (
        Column::Label,
        &["序号", "编号", "项目序号", "项号", "序", "no", "no.", "号", "事项编号", "项目编号", "itemno.", "id"],
    ),
    (
        Column::Category,
        &[
            "类别", "分类", "门类", "领域", "所属类别", "项目类别", "大类", "事项类别", "实事类别", "工程类别",
            "任务类别", "实事分类", "项目分类", "事项分类", "所属领域", "板块", "所属板块", "类型", "事项类型",
            "实事类型", "项目类型", "任务类型", "分块", "category", "theme", "area", "pillar",
        ],
    ),
    (
        Column::Title,
        &[
            "工作任务", "主要工作", "主要工作任务", "重点工作任务", "民生实事", "项目名称", "实事项目", "实事项目名称",
            "主要任务", "重点任务", "任务名称", "事项", "事项名称", "工作事项", "项目", "工作项目", "重点工作", "任务",
            "工作内容", "项目内容", "内容与要求", "重点督办内容", "民生实事项目", "实事内容", "承诺事项",
            "工作任务及目标", "任务内容", "民生实事内容", "重点任务名称", "具体事项", "具体项目", "具体任务",
            "实事事项", "惠民事项", "指标", "指标名称", "衡量指标", "考核指标", "实事名称", "内容", "事项内容",
            "keymilestone", "milestone", "commitment", "action", "task", "project", "initiative", "deliverable",
            "activity",
        ],
    ),
    (
        Column::Body,
        &[
            "目标", "目标任务", "年度目标", "全年目标任务", "年度目标任务", "全年目标", "全年任务", "年度目标值",
            "工作目标", "主要内容", "建设内容", "目标要求", "具体内容", "工作要求", "任务目标", "实施内容",
            "主要建设内容", "年度任务", "工作措施", "主要措施", "目标值", "指标值", "衡量标准", "建设规模", "任务数",
            "计划数", "目标数", "计划完成数", "target", "description", "output",
        ],
    ),
    (
        Column::Group,
        &[
            "进度安排", "工作进度安排", "进度计划", "实施步骤", "时间进度", "季度进度安排", "各季度目标", "季度目标",
            "时间安排", "分季度安排", "进度要求", "季度安排", "阶段目标", "工作进度", "节点安排", "节点目标",
            "季度进度", "推进计划", "工作计划",
        ],
    ),
    (Column::Owner(Role::Lead), &["lead", "leadagency"]),
    (
        Column::Owner(Role::Responsible),
        &[
            "完成单位", "落实单位", "单位", "工作分工", "分工", "owner", "responsible", "agency", "department",
            "responsibleagency",
        ],
    ),
    (Column::Owner(Role::Cooperating), &["会办单位"]),
    (Column::Owner(Role::Leader), &["区领导", "市领导", "县领导"]),
    (
        Column::Deadline,
        &[
            "完成时限", "完成时间", "完成期限", "时限", "期限", "建设时间", "时间要求", "时限要求", "计划完成",
            "计划完成时间", "完成日期", "duedate", "due", "deadline", "milestoneduedate", "targetdate",
            "completiondate", "timeline",
        ],
    ),
    (
        Column::Other,
        &[
            "备注", "说明", "责任人", "联系人", "联系电话", "投资金额", "资金来源", "年度投资", "总投资", "建设地点",
            "地点", "完成情况", "进展情况", "资金安排", "计划投资", "投资估算", "来源", "status", "milestonestatus",
            "comments", "remarks", "notes", "progress",
        ],
    ),
];

/// Traditional characters of headings, each followed by its simplified one.
pub const TRADITIONAL: &str = "標标準准項项務务單单責责領领導导負负時时間间進进關关辦办機机構构號号類类別别稱称內内執执協协備备註注說说預预額额\
                           經经費费計计畫划劃划級级階阶實实點点聯联絡络話话電电體体評评質质規规總总圍围達达際际據据啟启創创";
